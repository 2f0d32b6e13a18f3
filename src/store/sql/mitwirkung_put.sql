INSERT INTO mitwirkung (
    id,
    veranstaltung,
    who,
    what,
    massnahme
)
VALUES (
    :id,
    :veranstaltung,
    :who,
    :what,
    :massnahme
)
ON CONFLICT (id) DO UPDATE SET
    veranstaltung = excluded.veranstaltung,
    who = excluded.who,
    what = excluded.what,
    massnahme = excluded.massnahme
RETURNING id;
