SELECT
    source,
    inverse
FROM temp.undo_log
WHERE step = :step
ORDER BY seq DESC;
