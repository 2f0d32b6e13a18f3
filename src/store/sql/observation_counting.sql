-- The values of active imports in the order of the primary key: a later row of the same place supersedes the earlier.
SELECT
    observation.indicator,
    observation.period,
    observation.area,
    observation.import,
    observation.value,
    observation.numerator,
    observation.denominator,
    observation.status,
    observation.sheet,
    observation.cell_row,
    observation.cell_column,
    import.demonstration
FROM observation
CROSS JOIN import ON import.id = observation.import
WHERE import.state = 'active'
ORDER BY
    observation.indicator,
    observation.period,
    observation.area,
    observation.import;
