DELETE FROM deckung
WHERE area = :area
    AND bezug = :bezug
    AND angebot = :angebot;
