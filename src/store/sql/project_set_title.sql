UPDATE project
SET title = :title
WHERE id = 1;
