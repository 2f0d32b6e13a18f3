DELETE FROM temp.stashed_original
WHERE import = :import;
