DELETE FROM angebot
WHERE id = :id;
