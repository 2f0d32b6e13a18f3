SELECT
    id,
    date,
    arbeitsgruppe,
    area,
    anwesend,
    punkte,
    offen,
    demonstration
FROM niederschrift
ORDER BY date DESC, id DESC;
