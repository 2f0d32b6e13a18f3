DELETE FROM indicator_break
WHERE indicator = :indicator;
