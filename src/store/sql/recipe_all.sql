SELECT
    id,
    name,
    spec
FROM recipe
ORDER BY id;
