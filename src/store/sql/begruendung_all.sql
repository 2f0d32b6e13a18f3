SELECT
    area,
    bezug,
    text
FROM begruendung
ORDER BY area,
    bezug;
