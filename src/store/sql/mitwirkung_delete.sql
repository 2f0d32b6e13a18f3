DELETE FROM mitwirkung
WHERE id = :id;
