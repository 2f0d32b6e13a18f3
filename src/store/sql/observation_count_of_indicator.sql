SELECT count(*)
FROM observation
WHERE indicator = :indicator;
