INSERT INTO erfahrung (
    id,
    title,
    programme,
    period,
    done,
    result,
    lesson,
    source,
    handlungsfelder,
    demonstration
)
VALUES (
    :id,
    :title,
    :programme,
    :period,
    :done,
    :result,
    :lesson,
    :source,
    :handlungsfelder,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title,
    programme = excluded.programme,
    period = excluded.period,
    done = excluded.done,
    result = excluded.result,
    lesson = excluded.lesson,
    source = excluded.source,
    handlungsfelder = excluded.handlungsfelder,
    demonstration = excluded.demonstration
RETURNING id;
