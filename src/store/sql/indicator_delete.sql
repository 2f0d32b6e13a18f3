DELETE FROM indicator
WHERE id = :id;
