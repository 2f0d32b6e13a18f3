DELETE FROM step
WHERE id = :id;
