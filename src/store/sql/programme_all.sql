SELECT
    id,
    area,
    first_year,
    last_year,
    state,
    assessment,
    demonstration,
    szenarien,
    ausgaben
FROM programme
ORDER BY id;
