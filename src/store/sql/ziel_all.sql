SELECT
    id,
    programme,
    parent,
    handlungsfeld,
    text,
    indicator,
    start_value,
    target_value,
    target_year,
    stufe,
    zielgruppe,
    ort,
    beteiligte,
    messgroesse,
    start_bound,
    realismus,
    kette
FROM ziel
ORDER BY programme, coalesce(parent, id), parent IS NOT NULL, id;
