SELECT
    id,
    area,
    first_year,
    last_year,
    state,
    assessment,
    demonstration
FROM programme
ORDER BY id;
