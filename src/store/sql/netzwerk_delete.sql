DELETE FROM netzwerk
WHERE id = :id;
