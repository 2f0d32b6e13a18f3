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
ORDER BY
    indicator,
    period,
    area,
    import;
