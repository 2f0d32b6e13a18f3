-- Organisations with all that is known of them, persons to contact, networks; services with all that is known of them,
-- and what the planner decided about the needs that they answer.
ALTER TABLE akteur ADD COLUMN also_in TEXT NOT NULL DEFAULT '[]';
ALTER TABLE akteur ADD COLUMN task TEXT NOT NULL DEFAULT '';
ALTER TABLE akteur ADD COLUMN handlungsfelder TEXT NOT NULL DEFAULT '[]';
ALTER TABLE akteur ADD COLUMN zusagen TEXT NOT NULL DEFAULT '[]';
ALTER TABLE akteur ADD COLUMN contacts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE akteur ADD COLUMN next_contact TEXT;
ALTER TABLE akteur ADD COLUMN works_with TEXT NOT NULL DEFAULT '[]';

CREATE TABLE kontaktperson (
    id INTEGER PRIMARY KEY,
    akteur INTEGER NOT NULL REFERENCES akteur (id) ON DELETE CASCADE,
    function TEXT NOT NULL CHECK (function <> ''),
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    purpose TEXT NOT NULL,
    delete_on TEXT NOT NULL
) STRICT;

CREATE INDEX kontaktperson_by_akteur ON kontaktperson (akteur);

CREATE TABLE netzwerk (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    purpose TEXT NOT NULL,
    members TEXT NOT NULL,
    areas TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT;

ALTER TABLE angebot ADD COLUMN also_in TEXT NOT NULL DEFAULT '[]';
ALTER TABLE angebot ADD COLUMN akteur INTEGER REFERENCES akteur (id) ON DELETE SET NULL;
ALTER TABLE angebot ADD COLUMN kind TEXT NOT NULL DEFAULT 'sonstiges';
ALTER TABLE angebot ADD COLUMN reach TEXT NOT NULL DEFAULT '';
ALTER TABLE angebot ADD COLUMN capacity INTEGER CHECK (capacity >= 0);
ALTER TABLE angebot ADD COLUMN use_percent INTEGER CHECK (use_percent >= 0);
ALTER TABLE angebot ADD COLUMN opening_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE angebot ADD COLUMN funding TEXT NOT NULL DEFAULT '';
ALTER TABLE angebot ADD COLUMN unlimited INTEGER NOT NULL DEFAULT 0 CHECK (unlimited IN (0, 1));
ALTER TABLE angebot ADD COLUMN quality TEXT NOT NULL DEFAULT '';
ALTER TABLE angebot ADD COLUMN as_of TEXT;

CREATE INDEX angebot_by_akteur ON angebot (akteur);

CREATE TABLE deckung (
    area INTEGER NOT NULL REFERENCES area (id),
    bezug TEXT NOT NULL,
    angebot INTEGER NOT NULL REFERENCES angebot (id) ON DELETE CASCADE,
    grad TEXT NOT NULL,
    PRIMARY KEY (area, bezug, angebot)
) STRICT;

CREATE INDEX deckung_by_angebot ON deckung (angebot);

CREATE TABLE begruendung (
    area INTEGER NOT NULL REFERENCES area (id),
    bezug TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (area, bezug)
) STRICT;
