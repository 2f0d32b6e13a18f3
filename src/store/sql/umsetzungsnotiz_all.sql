SELECT
    id,
    massnahme,
    date,
    text,
    gezaehlt,
    demonstration
FROM umsetzungsnotiz
ORDER BY date DESC, id DESC;
