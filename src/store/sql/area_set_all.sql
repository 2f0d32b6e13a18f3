SELECT
    id,
    code,
    name,
    state,
    valid_from,
    valid_to,
    note
FROM area_set
ORDER BY id;
