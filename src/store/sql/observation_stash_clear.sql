DELETE FROM temp.stashed_observation;
