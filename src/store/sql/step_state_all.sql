SELECT
    area,
    step,
    progress,
    date,
    settled,
    note
FROM step_state
ORDER BY area, step;
