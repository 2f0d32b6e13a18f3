CREATE TEMP TABLE undo_log (
    seq INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    source TEXT NOT NULL,
    inverse TEXT NOT NULL
);

CREATE INDEX temp.undo_log_by_step ON undo_log (step, seq);

CREATE TEMP TABLE undo_cursor (
    step INTEGER NOT NULL
);

INSERT INTO undo_cursor VALUES (0);
