-- Version 7: conditions that the program looks at before a step is closed; Wiedervorlagen, committees, decisions and
-- minutes; kept versions of programmes; how measures are carried out.

ALTER TABLE step ADD COLUMN gates TEXT NOT NULL DEFAULT '[]';

CREATE TABLE gremium (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    zustaendigkeit TEXT NOT NULL,
    sitzungen TEXT NOT NULL,
    note TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE beschluss (
    id INTEGER PRIMARY KEY,
    gremium INTEGER NOT NULL REFERENCES gremium (id),
    date TEXT,
    drucksache TEXT NOT NULL,
    oeffentlichkeit TEXT NOT NULL,
    gegenstand TEXT NOT NULL CHECK (gegenstand <> ''),
    wortlaut TEXT NOT NULL,
    ergebnis TEXT,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE INDEX beschluss_by_gremium ON beschluss (gremium);

CREATE TABLE beschluss_area (
    beschluss INTEGER NOT NULL REFERENCES beschluss (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    area INTEGER NOT NULL REFERENCES area (id),
    PRIMARY KEY (beschluss, area)
) STRICT;

CREATE INDEX beschluss_area_by_area ON beschluss_area (area);

CREATE TABLE niederschrift (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    arbeitsgruppe TEXT NOT NULL CHECK (arbeitsgruppe <> ''),
    area INTEGER REFERENCES area (id),
    anwesend TEXT NOT NULL,
    punkte TEXT NOT NULL,
    offen TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE wiedervorlage (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    area INTEGER REFERENCES area (id),
    massnahme INTEGER REFERENCES massnahme (id) ON DELETE SET NULL,
    angebot INTEGER REFERENCES angebot (id) ON DELETE SET NULL,
    passage INTEGER REFERENCES passage (id) ON DELETE SET NULL,
    niederschrift INTEGER REFERENCES niederschrift (id) ON DELETE SET NULL,
    done TEXT,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    CHECK (
        (massnahme IS NOT NULL) + (angebot IS NOT NULL) + (passage IS NOT NULL) + (niederschrift IS NOT NULL) <= 1
    )
) STRICT;

CREATE INDEX wiedervorlage_by_massnahme ON wiedervorlage (massnahme);

CREATE INDEX wiedervorlage_by_passage ON wiedervorlage (passage);

-- A kept version is frozen: its content is what was printed, not what the data show today.
CREATE TABLE fassung (
    id INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    beschluss INTEGER REFERENCES beschluss (id) ON DELETE SET NULL,
    kept_on TEXT NOT NULL,
    anlass TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE INDEX fassung_by_programme ON fassung (programme);

CREATE INDEX fassung_by_beschluss ON fassung (beschluss);

CREATE TABLE umsetzungsnotiz (
    id INTEGER PRIMARY KEY,
    massnahme INTEGER NOT NULL REFERENCES massnahme (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE INDEX umsetzungsnotiz_by_massnahme ON umsetzungsnotiz (massnahme);

CREATE TABLE mittelabfluss (
    id INTEGER PRIMARY KEY,
    massnahme INTEGER NOT NULL REFERENCES massnahme (id) ON DELETE CASCADE,
    year INTEGER NOT NULL,
    date TEXT NOT NULL,
    cents INTEGER NOT NULL,
    note TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

CREATE INDEX mittelabfluss_by_massnahme ON mittelabfluss (massnahme);
