INSERT INTO mittelabfluss (
    id,
    massnahme,
    year,
    date,
    cents,
    note,
    demonstration
)
VALUES (
    :id,
    :massnahme,
    :year,
    :date,
    :cents,
    :note,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    massnahme = excluded.massnahme,
    year = excluded.year,
    date = excluded.date,
    cents = excluded.cents,
    note = excluded.note,
    demonstration = excluded.demonstration
RETURNING id;
