SELECT
    id,
    area,
    name,
    traeger,
    handlungsfeld,
    zielgruppe,
    standort,
    umfang,
    funding_until,
    demonstration
FROM angebot
ORDER BY id;
