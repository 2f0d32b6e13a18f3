DELETE FROM idee
WHERE id = :id;
