INSERT INTO gremium (
    id,
    name,
    zustaendigkeit,
    sitzungen,
    note,
    demonstration
)
VALUES (
    :id,
    :name,
    :zustaendigkeit,
    :sitzungen,
    :note,
    :demonstration
)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    zustaendigkeit = excluded.zustaendigkeit,
    sitzungen = excluded.sitzungen,
    note = excluded.note,
    demonstration = excluded.demonstration
RETURNING id;
