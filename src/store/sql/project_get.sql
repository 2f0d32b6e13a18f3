SELECT
    title,
    current_recipe
FROM project
WHERE id = 1;
