SELECT
    id,
    gremium,
    date,
    drucksache,
    oeffentlichkeit,
    gegenstand,
    wortlaut,
    ergebnis,
    demonstration
FROM beschluss
ORDER BY date IS NULL, date, id;
