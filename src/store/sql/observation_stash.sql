INSERT INTO temp.stashed_observation
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
FROM observation
WHERE import = :import;
