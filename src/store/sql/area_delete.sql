DELETE FROM area
WHERE id = :id;
