DELETE FROM wiedervorlage
WHERE id = :id;
