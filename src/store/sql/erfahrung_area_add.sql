INSERT INTO erfahrung_area (
    erfahrung,
    position,
    area
)
VALUES (
    :erfahrung,
    :position,
    :area
);
