INSERT INTO observation (
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
    cell_column,
    original
)
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
    cell_column,
    original
FROM temp.stashed_observation
WHERE import = :import
ORDER BY
    indicator,
    period,
    area;
