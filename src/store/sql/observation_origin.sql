SELECT
    observation.import,
    observation.sheet,
    observation.cell_row,
    observation.cell_column,
    observation.original,
    observation.status
FROM observation
JOIN import ON import.id = observation.import
WHERE observation.indicator = :indicator
    AND observation.period = :period
    AND observation.area = :area
    AND import.state = 'active'
ORDER BY observation.import DESC
LIMIT 1;
