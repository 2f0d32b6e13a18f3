DELETE FROM erfahrung_area
WHERE erfahrung = :erfahrung;
