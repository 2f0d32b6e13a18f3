SELECT
    id,
    position,
    title,
    responsible,
    result,
    checklist,
    is_committee,
    gates
FROM step
ORDER BY position, id;
