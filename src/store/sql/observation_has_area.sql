SELECT EXISTS (
    SELECT 1
    FROM observation
    WHERE area = :area
);
