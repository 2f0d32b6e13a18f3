INSERT INTO import (
    id,
    file_name,
    sha256,
    size_bytes,
    imported_at,
    sheets,
    mapping,
    source_note,
    value_count,
    without_value,
    refused,
    demonstration,
    state,
    digest
)
VALUES (
    :id,
    :file_name,
    :sha256,
    :size_bytes,
    :imported_at,
    :sheets,
    :mapping,
    :source_note,
    :value_count,
    :without_value,
    :refused,
    :demonstration,
    :state,
    :digest
)
RETURNING id;
