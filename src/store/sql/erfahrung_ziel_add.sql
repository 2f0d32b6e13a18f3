INSERT INTO erfahrung_ziel (
    erfahrung,
    ziel
)
VALUES (
    :erfahrung,
    :ziel
);
