SELECT
    id,
    area,
    also_in,
    name,
    role,
    task,
    handlungsfelder,
    contribution,
    zusagen,
    contacts,
    next_contact,
    works_with,
    demonstration
FROM akteur
ORDER BY id;
