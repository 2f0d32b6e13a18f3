SELECT
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
FROM aktionsbuero
ORDER BY id;
