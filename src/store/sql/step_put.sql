INSERT INTO step (
    id,
    position,
    title,
    responsible,
    result,
    checklist,
    is_committee,
    gates
)
VALUES (
    :id,
    :position,
    :title,
    :responsible,
    :result,
    :checklist,
    :is_committee,
    :gates
)
ON CONFLICT (id) DO UPDATE SET
    position = excluded.position,
    title = excluded.title,
    responsible = excluded.responsible,
    result = excluded.result,
    checklist = excluded.checklist,
    is_committee = excluded.is_committee,
    gates = excluded.gates
RETURNING id;
