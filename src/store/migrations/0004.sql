-- What the planner decided about overlaps of a measure with existing services and other measures.
ALTER TABLE massnahme ADD COLUMN abgleich TEXT NOT NULL DEFAULT '[]';
