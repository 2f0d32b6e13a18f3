CREATE TEMP TRIGGER undo_{table}_delete AFTER DELETE ON main.{table}
BEGIN
    INSERT INTO undo_log (step, source, inverse)
    SELECT
        step,
        '{table}',
        'INSERT INTO main.{table} (rowid{columns}) VALUES (' || OLD.rowid{values} || ')'
    FROM undo_cursor;
END;
