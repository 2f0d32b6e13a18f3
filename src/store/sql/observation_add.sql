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
VALUES (
    :indicator,
    :period,
    :area,
    :import,
    :value,
    :numerator,
    :denominator,
    :status,
    :sheet,
    :cell_row,
    :cell_column,
    :original
);
