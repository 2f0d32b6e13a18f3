SELECT
    id,
    date,
    text,
    area,
    massnahme,
    angebot,
    passage,
    niederschrift,
    done,
    demonstration
FROM wiedervorlage
ORDER BY date, id;
