INSERT INTO import_original (
    import,
    packed
)
VALUES (
    :import,
    :packed
);
