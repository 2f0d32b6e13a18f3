SELECT
    area,
    bezug,
    angebot,
    grad
FROM deckung
ORDER BY area,
    bezug,
    angebot;
