SELECT
    indicator,
    position,
    year,
    reason
FROM indicator_break
ORDER BY indicator, position;
