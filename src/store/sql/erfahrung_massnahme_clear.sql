DELETE FROM erfahrung_massnahme
WHERE erfahrung = :erfahrung;
