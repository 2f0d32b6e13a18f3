SELECT
    id,
    level,
    key,
    name,
    parent,
    valid_from,
    valid_to,
    note,
    tile_column,
    tile_row
FROM area
ORDER BY id;
