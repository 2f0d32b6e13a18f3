SELECT
    id,
    name,
    purpose,
    members,
    areas,
    demonstration
FROM netzwerk
ORDER BY id;
