SELECT
    name,
    pk
FROM pragma_table_info(:table)
ORDER BY cid;
