INSERT INTO netzwerk (
    id,
    name,
    purpose,
    members,
    areas,
    demonstration
)
VALUES (
    :id,
    :name,
    :purpose,
    :members,
    :areas,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    purpose = excluded.purpose,
    members = excluded.members,
    areas = excluded.areas,
    demonstration = excluded.demonstration
RETURNING id;
