SELECT
    title,
    current_recipe,
    plan_rules
FROM project
WHERE id = 1;
