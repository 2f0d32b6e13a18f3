DELETE FROM erfahrung_ziel
WHERE erfahrung = :erfahrung;
