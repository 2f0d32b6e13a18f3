DELETE FROM mittelabfluss
WHERE id = :id;
