INSERT INTO import_original (
    import,
    packed
)
SELECT
    import,
    packed
FROM temp.stashed_original
WHERE import = :import;
