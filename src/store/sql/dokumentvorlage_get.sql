SELECT
    organisation,
    fachbereich,
    dezernat,
    accent,
    font,
    logo
FROM dokumentvorlage
WHERE id = 1;
