INSERT INTO wiedervorlage (
    id,
    date,
    text,
    area,
    massnahme,
    angebot,
    passage,
    niederschrift,
    done,
    demonstration
)
VALUES (
    :id,
    :date,
    :text,
    :area,
    :massnahme,
    :angebot,
    :passage,
    :niederschrift,
    :done,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    date = excluded.date,
    text = excluded.text,
    area = excluded.area,
    massnahme = excluded.massnahme,
    angebot = excluded.angebot,
    passage = excluded.passage,
    niederschrift = excluded.niederschrift,
    done = excluded.done,
    demonstration = excluded.demonstration
RETURNING id;
