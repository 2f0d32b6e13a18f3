-- The imports whose values count, and whether they are invented.
SELECT
    id,
    demonstration
FROM import
WHERE state = 'active';
