CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON main.{table}
BEGIN
    INSERT INTO undo_log (step, source, inverse)
    SELECT
        step,
        '{table}',
        'DELETE FROM main.{table} WHERE rowid = ' || NEW.rowid
    FROM undo_cursor;
END;
