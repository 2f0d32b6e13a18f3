DELETE FROM gremium
WHERE id = :id;
