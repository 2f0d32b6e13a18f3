INSERT INTO recipe (
    id,
    name,
    spec
)
VALUES (
    :id,
    :name,
    :spec
)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    spec = excluded.spec
RETURNING id;
