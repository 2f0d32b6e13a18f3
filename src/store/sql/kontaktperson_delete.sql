DELETE FROM kontaktperson
WHERE id = :id;
