DELETE FROM niederschrift
WHERE id = :id;
