-- Every table with conditions, except that of the values, which are checked as they are read.
SELECT found.quick_check
FROM sqlite_schema AS item
CROSS JOIN pragma_quick_check(item.name) AS found
WHERE item.type = 'table'
    AND item.sql LIKE '%CHECK%'
    AND item.name <> 'observation'
ORDER BY item.name;
