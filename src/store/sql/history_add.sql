INSERT INTO history (
    at,
    label,
    detail
)
VALUES (
    :at,
    :label,
    :detail
);
