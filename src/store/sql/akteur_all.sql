SELECT
    id,
    area,
    name,
    role,
    contribution,
    demonstration
FROM akteur
ORDER BY id;
