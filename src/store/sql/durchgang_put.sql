INSERT INTO durchgang (
    id,
    name,
    abgeschlossen_am,
    steps,
    states
)
VALUES (
    :id,
    :name,
    :abgeschlossen_am,
    :steps,
    :states
)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    abgeschlossen_am = excluded.abgeschlossen_am,
    steps = excluded.steps,
    states = excluded.states
RETURNING id;
