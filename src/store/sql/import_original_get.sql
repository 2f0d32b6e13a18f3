SELECT packed
FROM import_original
WHERE import = :import;
