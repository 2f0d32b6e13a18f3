INSERT INTO indicator_break (
    indicator,
    position,
    year,
    reason
)
VALUES (
    :indicator,
    :position,
    :year,
    :reason
);
