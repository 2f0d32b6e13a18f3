DELETE FROM veranstaltung
WHERE id = :id;
