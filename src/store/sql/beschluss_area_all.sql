SELECT
    beschluss,
    area
FROM beschluss_area
ORDER BY beschluss, position;
