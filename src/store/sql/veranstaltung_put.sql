INSERT INTO veranstaltung (
    id,
    area,
    form,
    title,
    date,
    place,
    reached,
    theses,
    demonstration
)
VALUES (
    :id,
    :area,
    :form,
    :title,
    :date,
    :place,
    :reached,
    :theses,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    form = excluded.form,
    title = excluded.title,
    date = excluded.date,
    place = excluded.place,
    reached = excluded.reached,
    theses = excluded.theses,
    demonstration = excluded.demonstration
RETURNING id;
