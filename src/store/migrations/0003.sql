-- Version 4: boundaries of areas, as the planner has read them from a file. The identity is that of the area.

CREATE TABLE boundary (
    id INTEGER PRIMARY KEY REFERENCES area (id) ON DELETE CASCADE,
    rings TEXT NOT NULL,
    system TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
