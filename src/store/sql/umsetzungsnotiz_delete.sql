DELETE FROM umsetzungsnotiz
WHERE id = :id;
