SELECT
    at,
    label,
    detail
FROM history
ORDER BY id DESC
LIMIT 500;
