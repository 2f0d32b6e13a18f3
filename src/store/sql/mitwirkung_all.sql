SELECT
    id,
    veranstaltung,
    who,
    what,
    massnahme
FROM mitwirkung
ORDER BY id;
