INSERT INTO import (
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
    digest
)
VALUES (
    :id,
    :file_name,
    :sha256,
    :size_bytes,
    :file_date,
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
