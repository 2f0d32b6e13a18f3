DELETE FROM massnahme
WHERE id = :id;
