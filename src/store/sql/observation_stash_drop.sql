DELETE FROM temp.stashed_observation
WHERE import = :import;
