SELECT DISTINCT source
FROM temp.undo_log
WHERE step = :step;
