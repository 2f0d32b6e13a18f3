INSERT INTO boundary (
    id,
    rings,
    system,
    file_name,
    sha256
)
VALUES (
    :id,
    :rings,
    :system,
    :file_name,
    :sha256
)
ON CONFLICT (id) DO UPDATE SET
    rings = excluded.rings,
    system = excluded.system,
    file_name = excluded.file_name,
    sha256 = excluded.sha256;
