INSERT INTO area_set (
    id,
    code,
    name,
    state,
    valid_from,
    valid_to,
    note
)
VALUES (
    :id,
    :code,
    :name,
    :state,
    :valid_from,
    :valid_to,
    :note
)
ON CONFLICT (id) DO UPDATE SET
    code = excluded.code,
    name = excluded.name,
    state = excluded.state,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    note = excluded.note
RETURNING id;
