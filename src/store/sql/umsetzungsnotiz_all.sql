SELECT
    id,
    massnahme,
    date,
    text,
    demonstration
FROM umsetzungsnotiz
ORDER BY date DESC, id DESC;
