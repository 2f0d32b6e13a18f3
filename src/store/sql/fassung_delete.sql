DELETE FROM fassung
WHERE id = :id;
