INSERT INTO angebot (
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
)
VALUES (
    :id,
    :area,
    :name,
    :traeger,
    :handlungsfeld,
    :zielgruppe,
    :standort,
    :umfang,
    :funding_until,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    name = excluded.name,
    traeger = excluded.traeger,
    handlungsfeld = excluded.handlungsfeld,
    zielgruppe = excluded.zielgruppe,
    standort = excluded.standort,
    umfang = excluded.umfang,
    funding_until = excluded.funding_until,
    demonstration = excluded.demonstration
RETURNING id;
