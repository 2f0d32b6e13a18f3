INSERT INTO period (
    id,
    label,
    year,
    reference_date
)
VALUES (
    :id,
    :label,
    :year,
    :reference_date
)
ON CONFLICT (id) DO UPDATE SET
    label = excluded.label,
    year = excluded.year,
    reference_date = excluded.reference_date
RETURNING id;
