DELETE FROM durchgang
WHERE id = :id;
