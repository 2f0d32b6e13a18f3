-- Version 1: everything that a planning file holds.
-- Owned rows go with their owner (CASCADE); anything else that is referred to cannot be removed.

CREATE TABLE project (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL CHECK (title <> ''),
    created_at TEXT NOT NULL,
    current_recipe INTEGER REFERENCES recipe (id)
) STRICT;

CREATE TABLE area (
    id INTEGER PRIMARY KEY,
    level TEXT NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    parent INTEGER REFERENCES area (id) CHECK (parent <> id),
    valid_from TEXT,
    valid_to TEXT,
    note TEXT NOT NULL,
    tile_column INTEGER,
    tile_row INTEGER,
    UNIQUE (level, key),
    CHECK ((tile_column IS NULL) = (tile_row IS NULL))
) STRICT;

CREATE INDEX area_by_parent ON area (parent);

CREATE TABLE area_synonym (
    area INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    synonym TEXT NOT NULL CHECK (synonym <> ''),
    PRIMARY KEY (area, synonym)
) STRICT;

CREATE TABLE area_set (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    state TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE area_set_member (
    area_set INTEGER NOT NULL REFERENCES area_set (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    area INTEGER NOT NULL REFERENCES area (id),
    PRIMARY KEY (area_set, area)
) STRICT;

CREATE INDEX area_set_member_by_area ON area_set_member (area);

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    definition TEXT NOT NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    age_bounds TEXT NOT NULL,
    unit TEXT NOT NULL,
    scale REAL NOT NULL CHECK (scale > 0),
    decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 255),
    direction TEXT NOT NULL,
    dimension TEXT NOT NULL,
    handlungsfeld TEXT,
    source TEXT NOT NULL,
    caveat TEXT NOT NULL,
    is_population INTEGER NOT NULL CHECK (is_population IN (0, 1))
) STRICT;

CREATE TABLE indicator_break (
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    year INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (indicator, position)
) STRICT;

CREATE TABLE period (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE CHECK (label <> ''),
    year INTEGER,
    reference_date TEXT
) STRICT;

CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    imported_at TEXT NOT NULL,
    sheets TEXT NOT NULL,
    mapping TEXT NOT NULL,
    source_note TEXT NOT NULL,
    value_count INTEGER NOT NULL CHECK (value_count >= 0),
    without_value INTEGER NOT NULL CHECK (without_value >= 0),
    refused INTEGER NOT NULL CHECK (refused >= 0),
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn')),
    digest TEXT NOT NULL
) STRICT;

-- Append-only: a newer import supersedes, it never overwrites. No foreign keys to area, period and import:
-- without an index of their own (double the file) each removal there would scan every value. The commands keep
-- the references whole, the project check verifies them.
CREATE TABLE observation (
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    period INTEGER NOT NULL,
    area INTEGER NOT NULL,
    import INTEGER NOT NULL,
    value REAL,
    numerator REAL,
    denominator REAL,
    status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 10),
    sheet INTEGER NOT NULL,
    cell_row INTEGER NOT NULL,
    cell_column INTEGER NOT NULL,
    original TEXT NOT NULL,
    PRIMARY KEY (indicator, period, area, import),
    CHECK ((value IS NOT NULL) = (status IN (0, 1, 7, 8, 9, 10)))
) STRICT, WITHOUT ROWID;

CREATE TABLE recipe (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    spec TEXT NOT NULL
) STRICT;

CREATE TABLE programme (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL UNIQUE REFERENCES area (id),
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL CHECK (first_year <= last_year),
    state TEXT NOT NULL,
    assessment TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    origin TEXT NOT NULL,
    text TEXT NOT NULL,
    basis TEXT NOT NULL,
    fingerprint TEXT NOT NULL
) STRICT;

CREATE INDEX passage_by_programme ON passage (programme);

CREATE TABLE ziel (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    parent INTEGER REFERENCES ziel (id) ON DELETE CASCADE,
    handlungsfeld TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    indicator TEXT NOT NULL,
    start_value REAL,
    target_value REAL,
    target_year INTEGER,
    stufe TEXT NOT NULL
) STRICT;

CREATE INDEX ziel_by_programme ON ziel (programme);

CREATE INDEX ziel_by_parent ON ziel (parent);

CREATE TABLE massnahme (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    titel TEXT NOT NULL CHECK (titel <> ''),
    handlungsfeld TEXT NOT NULL,
    ziel INTEGER REFERENCES ziel (id) ON DELETE SET NULL,
    zielgruppe TEXT NOT NULL,
    problemlage TEXT NOT NULL,
    beschreibung TEXT NOT NULL,
    traeger TEXT NOT NULL,
    federfuehrung TEXT NOT NULL,
    beteiligte TEXT NOT NULL,
    standort TEXT NOT NULL,
    beginn INTEGER,
    ende INTEGER,
    kosten TEXT NOT NULL,
    finanzierung TEXT NOT NULL,
    prioritaet TEXT NOT NULL,
    schluesselmassnahme INTEGER NOT NULL CHECK (schluesselmassnahme IN (0, 1)),
    abhaengig_von TEXT NOT NULL,
    indikator TEXT NOT NULL,
    ausgangswert REAL,
    zielwert REAL,
    pruefung_am TEXT,
    wirkungshypothese TEXT NOT NULL,
    stufe TEXT NOT NULL,
    verstetigung TEXT NOT NULL,
    beschlussstand TEXT NOT NULL,
    UNIQUE (programme, number),
    CHECK (beginn <= ende)
) STRICT;

CREATE INDEX massnahme_by_ziel ON massnahme (ziel);

CREATE TABLE akteur (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL REFERENCES area (id),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL,
    contribution TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE angebot (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL REFERENCES area (id),
    name TEXT NOT NULL CHECK (name <> ''),
    traeger TEXT NOT NULL,
    handlungsfeld TEXT NOT NULL,
    zielgruppe TEXT NOT NULL,
    standort TEXT NOT NULL,
    umfang TEXT NOT NULL,
    funding_until TEXT,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE aussage (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL REFERENCES area (id),
    date TEXT,
    occasion TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    indicator TEXT NOT NULL,
    stance TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL CHECK (position > 0),
    title TEXT NOT NULL CHECK (title <> ''),
    responsible TEXT NOT NULL,
    result TEXT NOT NULL,
    checklist TEXT NOT NULL,
    is_committee INTEGER NOT NULL CHECK (is_committee IN (0, 1))
) STRICT;

CREATE TABLE step_state (
    area INTEGER NOT NULL REFERENCES area (id),
    step INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
    progress TEXT NOT NULL,
    date TEXT,
    settled TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (area, step)
) STRICT;

CREATE INDEX step_state_by_step ON step_state (step);

-- The record of what was done. Undo adds an entry, it never takes one away.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
