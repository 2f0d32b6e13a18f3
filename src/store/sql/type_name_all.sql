SELECT
    grouping,
    number,
    name,
    period
FROM type_name
ORDER BY grouping, number;
