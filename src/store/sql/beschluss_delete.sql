DELETE FROM beschluss
WHERE id = :id;
