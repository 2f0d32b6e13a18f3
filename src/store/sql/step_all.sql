SELECT
    id,
    position,
    title,
    responsible,
    result,
    checklist,
    is_committee
FROM step
ORDER BY position, id;
