DELETE FROM ziel
WHERE id = :id;
