SELECT
    id,
    veranstaltung,
    text,
    handlungsfeld,
    massnahme
FROM idee
ORDER BY id;
