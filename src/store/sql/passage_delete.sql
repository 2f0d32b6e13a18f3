DELETE FROM passage
WHERE id = :id;
