-- All values in the order of the primary key, a plain walk along it: a later row of the same place supersedes the earlier.
-- Which imports count is asked once and not of every row.
SELECT
    indicator,
    period,
    area,
    import,
    value,
    numerator,
    denominator,
    status,
    sheet,
    cell_row,
    cell_column
FROM observation
ORDER BY
    indicator,
    period,
    area,
    import;
