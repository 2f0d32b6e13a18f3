SELECT
    id,
    area,
    date,
    occasion,
    text,
    indicator,
    stance,
    demonstration
FROM aussage
ORDER BY id;
