DELETE FROM type_name
WHERE grouping = :grouping
    AND number = :number;
