INSERT INTO area_synonym (
    area,
    position,
    synonym
)
VALUES (
    :area,
    :position,
    :synonym
);
