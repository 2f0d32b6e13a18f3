INSERT INTO aktionsbuero (
    id,
    area,
    place,
    traeger,
    partners,
    hours,
    offers,
    reason,
    staff_hundredths,
    staff_needed_hundredths,
    visits,
    languages,
    costs,
    demonstration
)
VALUES (
    :id,
    :area,
    :place,
    :traeger,
    :partners,
    :hours,
    :offers,
    :reason,
    :staff_hundredths,
    :staff_needed_hundredths,
    :visits,
    :languages,
    :costs,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    place = excluded.place,
    traeger = excluded.traeger,
    partners = excluded.partners,
    hours = excluded.hours,
    offers = excluded.offers,
    reason = excluded.reason,
    staff_hundredths = excluded.staff_hundredths,
    staff_needed_hundredths = excluded.staff_needed_hundredths,
    visits = excluded.visits,
    languages = excluded.languages,
    costs = excluded.costs,
    demonstration = excluded.demonstration
RETURNING id;
