SELECT
    id,
    rings,
    system,
    file_name,
    sha256
FROM boundary
ORDER BY id;
