DELETE FROM area_set
WHERE id = :id;
