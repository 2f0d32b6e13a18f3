DELETE FROM begruendung
WHERE area = :area
    AND bezug = :bezug;
