INSERT INTO programme (
    id,
    area,
    first_year,
    last_year,
    state,
    assessment,
    demonstration,
    szenarien
)
VALUES (
    :id,
    :area,
    :first_year,
    :last_year,
    :state,
    :assessment,
    :demonstration,
    :szenarien
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    first_year = excluded.first_year,
    last_year = excluded.last_year,
    state = excluded.state,
    assessment = excluded.assessment,
    demonstration = excluded.demonstration,
    szenarien = excluded.szenarien
RETURNING id;
