UPDATE import
SET state = :state
WHERE id = :id;
