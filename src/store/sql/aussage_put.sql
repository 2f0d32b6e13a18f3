INSERT INTO aussage (
    id,
    area,
    date,
    occasion,
    text,
    indicator,
    stance,
    demonstration
)
VALUES (
    :id,
    :area,
    :date,
    :occasion,
    :text,
    :indicator,
    :stance,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    date = excluded.date,
    occasion = excluded.occasion,
    text = excluded.text,
    indicator = excluded.indicator,
    stance = excluded.stance,
    demonstration = excluded.demonstration
RETURNING id;
