INSERT INTO aussage (
    id,
    area,
    date,
    occasion,
    text,
    indicator,
    stance,
    demonstration,
    veranstaltung,
    swot,
    handlungsfeld,
    massnahme,
    answer
)
VALUES (
    :id,
    :area,
    :date,
    :occasion,
    :text,
    :indicator,
    :stance,
    :demonstration,
    :veranstaltung,
    :swot,
    :handlungsfeld,
    :massnahme,
    :answer
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    date = excluded.date,
    occasion = excluded.occasion,
    text = excluded.text,
    indicator = excluded.indicator,
    stance = excluded.stance,
    demonstration = excluded.demonstration,
    veranstaltung = excluded.veranstaltung,
    swot = excluded.swot,
    handlungsfeld = excluded.handlungsfeld,
    massnahme = excluded.massnahme,
    answer = excluded.answer
RETURNING id;
