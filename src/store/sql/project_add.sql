INSERT INTO project (
    id,
    title,
    created_at
)
VALUES (
    1,
    :title,
    :created_at
);
