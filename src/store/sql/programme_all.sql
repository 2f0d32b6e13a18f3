SELECT
    id,
    area,
    first_year,
    last_year,
    state,
    assessment,
    demonstration,
    szenarien
FROM programme
ORDER BY id;
