INSERT INTO beschluss (
    id,
    gremium,
    date,
    drucksache,
    oeffentlichkeit,
    gegenstand,
    wortlaut,
    ergebnis,
    demonstration
)
VALUES (
    :id,
    :gremium,
    :date,
    :drucksache,
    :oeffentlichkeit,
    :gegenstand,
    :wortlaut,
    :ergebnis,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    gremium = excluded.gremium,
    date = excluded.date,
    drucksache = excluded.drucksache,
    oeffentlichkeit = excluded.oeffentlichkeit,
    gegenstand = excluded.gegenstand,
    wortlaut = excluded.wortlaut,
    ergebnis = excluded.ergebnis,
    demonstration = excluded.demonstration
RETURNING id;
