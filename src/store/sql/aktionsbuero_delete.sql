DELETE FROM aktionsbuero
WHERE id = :id;
