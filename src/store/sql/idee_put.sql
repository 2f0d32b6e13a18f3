INSERT INTO idee (
    id,
    veranstaltung,
    text,
    handlungsfeld,
    massnahme
)
VALUES (
    :id,
    :veranstaltung,
    :text,
    :handlungsfeld,
    :massnahme
)
ON CONFLICT (id) DO UPDATE SET
    veranstaltung = excluded.veranstaltung,
    text = excluded.text,
    handlungsfeld = excluded.handlungsfeld,
    massnahme = excluded.massnahme
RETURNING id;
