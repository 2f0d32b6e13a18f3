SELECT
    erfahrung,
    ziel
FROM erfahrung_ziel
ORDER BY erfahrung, ziel;
