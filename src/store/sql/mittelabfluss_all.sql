SELECT
    id,
    massnahme,
    year,
    date,
    cents,
    note,
    demonstration
FROM mittelabfluss
ORDER BY year DESC, date DESC, id DESC;
