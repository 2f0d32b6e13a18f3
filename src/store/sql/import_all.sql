SELECT
    id,
    file_name,
    sha256,
    size_bytes,
    file_date,
    imported_at,
    sheets,
    mapping,
    source_note,
    value_count,
    without_value,
    refused,
    demonstration,
    state,
    digest,
    length(import_original.packed) AS original_bytes
FROM import
LEFT JOIN import_original ON import_original.import = import.id
ORDER BY id;
