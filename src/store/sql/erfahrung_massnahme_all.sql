SELECT
    erfahrung,
    massnahme
FROM erfahrung_massnahme
ORDER BY erfahrung, massnahme;
