UPDATE project
SET plan_rules = :rules
WHERE id = 1;
