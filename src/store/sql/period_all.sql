SELECT
    id,
    label,
    year,
    reference_date
FROM period
ORDER BY year IS NULL, year, coalesce(reference_date, '9999'), label;
