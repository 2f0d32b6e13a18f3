DELETE FROM temp.stashed_original;
