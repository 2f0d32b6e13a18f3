INSERT INTO passage (
    id,
    programme,
    section,
    position,
    origin,
    text,
    basis,
    fingerprint
)
VALUES (
    :id,
    :programme,
    :section,
    :position,
    :origin,
    :text,
    :basis,
    :fingerprint
)
ON CONFLICT (id) DO UPDATE SET
    programme = excluded.programme,
    section = excluded.section,
    position = excluded.position,
    origin = excluded.origin,
    text = excluded.text,
    basis = excluded.basis,
    fingerprint = excluded.fingerprint
RETURNING id;
