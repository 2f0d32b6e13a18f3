INSERT INTO beschluss_area (
    beschluss,
    position,
    area
)
VALUES (
    :beschluss,
    :position,
    :area
);
