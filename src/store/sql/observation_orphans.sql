-- Values whose area, period or import is gone, counted.
SELECT count(*)
FROM observation
WHERE area NOT IN (SELECT id FROM area)
    OR period NOT IN (SELECT id FROM period)
    OR import NOT IN (SELECT id FROM import);
