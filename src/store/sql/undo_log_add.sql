INSERT INTO temp.undo_log (
    step,
    source,
    inverse
)
SELECT
    step,
    :source,
    :inverse
FROM temp.undo_cursor;
