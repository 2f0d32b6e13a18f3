INSERT INTO area (
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
)
VALUES (
    :id,
    :level,
    :key,
    :name,
    :parent,
    :valid_from,
    :valid_to,
    :note,
    :tile_column,
    :tile_row
)
ON CONFLICT (id) DO UPDATE SET
    level = excluded.level,
    key = excluded.key,
    name = excluded.name,
    parent = excluded.parent,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    note = excluded.note,
    tile_column = excluded.tile_column,
    tile_row = excluded.tile_row
RETURNING id;
