INSERT INTO fassung (
    programme,
    beschluss,
    kept_on,
    anlass,
    content
)
VALUES (
    :programme,
    :beschluss,
    :kept_on,
    :anlass,
    :content
)
RETURNING id;
