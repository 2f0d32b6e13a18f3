SELECT
    id,
    area,
    also_in,
    name,
    traeger,
    akteur,
    handlungsfeld,
    kind,
    zielgruppe,
    standort,
    reach,
    umfang,
    capacity,
    use_percent,
    opening_hours,
    funding,
    funding_until,
    unlimited,
    quality,
    as_of,
    demonstration
FROM angebot
ORDER BY id;
