INSERT INTO niederschrift (
    id,
    date,
    arbeitsgruppe,
    area,
    anwesend,
    punkte,
    offen,
    demonstration
)
VALUES (
    :id,
    :date,
    :arbeitsgruppe,
    :area,
    :anwesend,
    :punkte,
    :offen,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    date = excluded.date,
    arbeitsgruppe = excluded.arbeitsgruppe,
    area = excluded.area,
    anwesend = excluded.anwesend,
    punkte = excluded.punkte,
    offen = excluded.offen,
    demonstration = excluded.demonstration
RETURNING id;
