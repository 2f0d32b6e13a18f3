INSERT INTO step_state (
    area,
    step,
    progress,
    date,
    settled,
    note
)
VALUES (
    :area,
    :step,
    :progress,
    :date,
    :settled,
    :note
)
ON CONFLICT (area, step) DO UPDATE SET
    progress = excluded.progress,
    date = excluded.date,
    settled = excluded.settled,
    note = excluded.note;
