-- Measures in which an organisation takes part, as a reference; what an Aktionsbüro costs beyond what it has today.

CREATE TABLE akteur_massnahme (
    akteur INTEGER NOT NULL REFERENCES akteur (id) ON DELETE CASCADE,
    massnahme INTEGER NOT NULL REFERENCES massnahme (id) ON DELETE CASCADE,
    PRIMARY KEY (akteur, massnahme)
) STRICT;

CREATE INDEX akteur_massnahme_by_massnahme ON akteur_massnahme (massnahme);

ALTER TABLE aktionsbuero ADD COLUMN costs TEXT NOT NULL DEFAULT '[]';
