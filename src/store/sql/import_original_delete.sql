DELETE FROM import_original
WHERE import = :import;
