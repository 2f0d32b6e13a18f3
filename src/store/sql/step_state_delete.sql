DELETE FROM step_state
WHERE area = :area
    AND step = :step;
