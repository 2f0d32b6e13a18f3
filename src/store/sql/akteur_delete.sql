DELETE FROM akteur
WHERE id = :id;
