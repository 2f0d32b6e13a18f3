DELETE FROM recipe
WHERE id = :id;
