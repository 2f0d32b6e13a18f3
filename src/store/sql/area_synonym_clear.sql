DELETE FROM area_synonym
WHERE area = :area;
