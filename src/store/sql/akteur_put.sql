INSERT INTO akteur (
    id,
    area,
    name,
    role,
    contribution,
    demonstration
)
VALUES (
    :id,
    :area,
    :name,
    :role,
    :contribution,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    name = excluded.name,
    role = excluded.role,
    contribution = excluded.contribution,
    demonstration = excluded.demonstration
RETURNING id;
