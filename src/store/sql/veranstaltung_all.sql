SELECT
    id,
    area,
    form,
    title,
    date,
    place,
    reached,
    theses,
    demonstration
FROM veranstaltung
ORDER BY id;
