SELECT
    id,
    title,
    programme,
    period,
    done,
    result,
    lesson,
    source,
    handlungsfelder,
    demonstration
FROM erfahrung
ORDER BY id;
