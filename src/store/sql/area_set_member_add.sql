INSERT INTO area_set_member (
    area_set,
    position,
    area
)
VALUES (
    :area_set,
    :position,
    :area
);
