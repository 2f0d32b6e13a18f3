SELECT
    id,
    name,
    abgeschlossen_am,
    steps,
    states
FROM durchgang
ORDER BY id DESC;
