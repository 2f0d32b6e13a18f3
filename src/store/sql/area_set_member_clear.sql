DELETE FROM area_set_member
WHERE area_set = :area_set;
