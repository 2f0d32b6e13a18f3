-- Rounds of the procedure. The one under way has its steps and states in tables of their own; an earlier one is frozen
-- with what stood in them.
CREATE TABLE durchgang (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    abgeschlossen_am TEXT,
    steps TEXT NOT NULL,
    states TEXT NOT NULL
) STRICT;

-- What was counted of a measure's own Messgröße.
ALTER TABLE umsetzungsnotiz ADD COLUMN gezaehlt REAL;
