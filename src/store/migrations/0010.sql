-- Names that the planner gave to types of areas; a grouping is level, method, number of types and seed.

CREATE TABLE type_name (
    id INTEGER PRIMARY KEY,
    grouping TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    period TEXT NOT NULL,
    UNIQUE (grouping, number)
) STRICT;
