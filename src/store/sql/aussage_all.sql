SELECT
    id,
    area,
    date,
    occasion,
    text,
    indicator,
    stance,
    demonstration,
    veranstaltung,
    swot,
    handlungsfeld,
    massnahme,
    answer
FROM aussage
ORDER BY id;
