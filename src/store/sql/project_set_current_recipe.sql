UPDATE project
SET current_recipe = :recipe
WHERE id = 1;
