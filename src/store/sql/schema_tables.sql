SELECT name
FROM sqlite_schema
WHERE type = 'table'
    AND name NOT LIKE 'sqlite_%'
ORDER BY name;
