DELETE FROM beschluss_area
WHERE beschluss = :beschluss;
