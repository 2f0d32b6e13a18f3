INSERT INTO ziel (
    id,
    programme,
    parent,
    handlungsfeld,
    text,
    indicator,
    start_value,
    target_value,
    target_year,
    stufe
)
VALUES (
    :id,
    :programme,
    :parent,
    :handlungsfeld,
    :text,
    :indicator,
    :start_value,
    :target_value,
    :target_year,
    :stufe
)
ON CONFLICT (id) DO UPDATE SET
    programme = excluded.programme,
    parent = excluded.parent,
    handlungsfeld = excluded.handlungsfeld,
    text = excluded.text,
    indicator = excluded.indicator,
    start_value = excluded.start_value,
    target_value = excluded.target_value,
    target_year = excluded.target_year,
    stufe = excluded.stufe
RETURNING id;
