INSERT INTO type_name (
    grouping,
    number,
    name,
    period
)
VALUES (
    :grouping,
    :number,
    :name,
    :period
)
ON CONFLICT (grouping, number) DO UPDATE SET
    name = excluded.name,
    period = excluded.period;
