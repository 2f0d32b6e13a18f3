INSERT INTO umsetzungsnotiz (
    id,
    massnahme,
    date,
    text,
    demonstration
)
VALUES (
    :id,
    :massnahme,
    :date,
    :text,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    massnahme = excluded.massnahme,
    date = excluded.date,
    text = excluded.text,
    demonstration = excluded.demonstration
RETURNING id;
