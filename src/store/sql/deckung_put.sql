INSERT INTO deckung (
    area,
    bezug,
    angebot,
    grad
)
VALUES (
    :area,
    :bezug,
    :angebot,
    :grad
)
ON CONFLICT (area, bezug, angebot) DO UPDATE SET
    grad = excluded.grad;
