SELECT
    id,
    programme,
    beschluss,
    kept_on,
    anlass,
    content
FROM fassung
ORDER BY kept_on DESC, id DESC;
