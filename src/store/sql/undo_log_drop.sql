DELETE FROM temp.undo_log
WHERE step = :step;
