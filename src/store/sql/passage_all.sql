SELECT
    id,
    programme,
    section,
    position,
    origin,
    text,
    basis,
    fingerprint
FROM passage
ORDER BY programme, position, id;
