DELETE FROM erfahrung
WHERE id = :id;
