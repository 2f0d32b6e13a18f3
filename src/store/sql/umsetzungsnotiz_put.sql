INSERT INTO umsetzungsnotiz (
    id,
    massnahme,
    date,
    text,
    gezaehlt,
    demonstration
)
VALUES (
    :id,
    :massnahme,
    :date,
    :text,
    :gezaehlt,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    massnahme = excluded.massnahme,
    date = excluded.date,
    text = excluded.text,
    gezaehlt = excluded.gezaehlt,
    demonstration = excluded.demonstration
RETURNING id;
