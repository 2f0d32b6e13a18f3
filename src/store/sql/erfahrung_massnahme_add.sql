INSERT INTO erfahrung_massnahme (
    erfahrung,
    massnahme
)
VALUES (
    :erfahrung,
    :massnahme
);
