CREATE TEMP TRIGGER undo_{table}_update AFTER UPDATE ON main.{table}
BEGIN
    INSERT INTO undo_log (step, source, inverse)
    SELECT
        step,
        '{table}',
        'UPDATE main.{table} SET ' || {assignments} || ' WHERE rowid = ' || NEW.rowid
    FROM undo_cursor;
END;
