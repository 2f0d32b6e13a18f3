-- Version 2: the original file of an import, kept inside the project on request.
-- Compressed (zlib); hash and size of the bytes stand with the import. No trigger logs them for undo: they go with
-- the values of their import.

CREATE TABLE import_original (
    import INTEGER PRIMARY KEY REFERENCES import (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;
