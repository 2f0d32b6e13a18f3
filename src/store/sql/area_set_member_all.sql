SELECT
    area_set,
    position,
    area
FROM area_set_member
ORDER BY area_set, position;
