-- Participation, experience from earlier programmes, and the Aktionsbüros.

CREATE TABLE veranstaltung (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL REFERENCES area (id),
    form TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    date TEXT,
    place TEXT NOT NULL,
    reached TEXT NOT NULL,
    theses TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE idee (
    id INTEGER PRIMARY KEY,
    veranstaltung INTEGER NOT NULL REFERENCES veranstaltung (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> ''),
    handlungsfeld TEXT NOT NULL,
    massnahme INTEGER REFERENCES massnahme (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX idee_by_veranstaltung ON idee (veranstaltung);

CREATE INDEX idee_by_massnahme ON idee (massnahme);

CREATE TABLE mitwirkung (
    id INTEGER PRIMARY KEY,
    veranstaltung INTEGER NOT NULL REFERENCES veranstaltung (id) ON DELETE CASCADE,
    who TEXT NOT NULL CHECK (who <> ''),
    what TEXT NOT NULL,
    massnahme INTEGER REFERENCES massnahme (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX mitwirkung_by_veranstaltung ON mitwirkung (veranstaltung);

CREATE INDEX mitwirkung_by_massnahme ON mitwirkung (massnahme);

ALTER TABLE aussage ADD COLUMN veranstaltung INTEGER REFERENCES veranstaltung (id) ON DELETE SET NULL;

ALTER TABLE aussage ADD COLUMN swot TEXT;

ALTER TABLE aussage ADD COLUMN handlungsfeld TEXT;

ALTER TABLE aussage ADD COLUMN massnahme INTEGER REFERENCES massnahme (id) ON DELETE SET NULL;

ALTER TABLE aussage ADD COLUMN answer TEXT NOT NULL DEFAULT '';

CREATE INDEX aussage_by_veranstaltung ON aussage (veranstaltung);

CREATE INDEX aussage_by_massnahme ON aussage (massnahme);

CREATE TABLE erfahrung (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL CHECK (title <> ''),
    programme TEXT NOT NULL,
    period TEXT NOT NULL,
    done TEXT NOT NULL,
    result TEXT NOT NULL,
    lesson TEXT NOT NULL,
    source TEXT NOT NULL,
    handlungsfelder TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE erfahrung_area (
    erfahrung INTEGER NOT NULL REFERENCES erfahrung (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    area INTEGER NOT NULL REFERENCES area (id),
    PRIMARY KEY (erfahrung, area)
) STRICT;

CREATE INDEX erfahrung_area_by_area ON erfahrung_area (area);

CREATE TABLE erfahrung_ziel (
    erfahrung INTEGER NOT NULL REFERENCES erfahrung (id) ON DELETE CASCADE,
    ziel INTEGER NOT NULL REFERENCES ziel (id) ON DELETE CASCADE,
    PRIMARY KEY (erfahrung, ziel)
) STRICT;

CREATE INDEX erfahrung_ziel_by_ziel ON erfahrung_ziel (ziel);

CREATE TABLE erfahrung_massnahme (
    erfahrung INTEGER NOT NULL REFERENCES erfahrung (id) ON DELETE CASCADE,
    massnahme INTEGER NOT NULL REFERENCES massnahme (id) ON DELETE CASCADE,
    PRIMARY KEY (erfahrung, massnahme)
) STRICT;

CREATE INDEX erfahrung_massnahme_by_massnahme ON erfahrung_massnahme (massnahme);

CREATE TABLE aktionsbuero (
    id INTEGER PRIMARY KEY,
    area INTEGER NOT NULL UNIQUE REFERENCES area (id),
    place TEXT NOT NULL,
    traeger TEXT NOT NULL,
    partners TEXT NOT NULL,
    hours TEXT NOT NULL,
    offers TEXT NOT NULL,
    reason TEXT NOT NULL,
    staff_hundredths INTEGER CHECK (staff_hundredths >= 0),
    staff_needed_hundredths INTEGER CHECK (staff_needed_hundredths >= 0),
    visits TEXT NOT NULL,
    languages TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;
