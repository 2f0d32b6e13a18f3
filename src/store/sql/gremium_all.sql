SELECT
    id,
    name,
    zustaendigkeit,
    sitzungen,
    note,
    demonstration
FROM gremium
ORDER BY id;
