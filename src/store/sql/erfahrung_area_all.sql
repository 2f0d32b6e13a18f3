SELECT
    erfahrung,
    area
FROM erfahrung_area
ORDER BY erfahrung, position;
