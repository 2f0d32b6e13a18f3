INSERT INTO akteur (
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
)
VALUES (
    :id,
    :area,
    :also_in,
    :name,
    :role,
    :task,
    :handlungsfelder,
    :contribution,
    :zusagen,
    :contacts,
    :next_contact,
    :works_with,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    area = excluded.area,
    also_in = excluded.also_in,
    name = excluded.name,
    role = excluded.role,
    task = excluded.task,
    handlungsfelder = excluded.handlungsfelder,
    contribution = excluded.contribution,
    zusagen = excluded.zusagen,
    contacts = excluded.contacts,
    next_contact = excluded.next_contact,
    works_with = excluded.works_with,
    demonstration = excluded.demonstration
RETURNING id;
