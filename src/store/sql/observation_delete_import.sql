DELETE FROM observation
WHERE import = :import;
