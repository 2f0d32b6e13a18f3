DELETE FROM aussage
WHERE id = :id;
