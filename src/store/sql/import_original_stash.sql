INSERT INTO temp.stashed_original
SELECT
    import,
    packed
FROM import_original
WHERE import = :import;
