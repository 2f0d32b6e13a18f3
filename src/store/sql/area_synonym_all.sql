SELECT
    area,
    position,
    synonym
FROM area_synonym
ORDER BY area, position;
