-- The look of documents: what they carry of their municipality. At most one row.
CREATE TABLE dokumentvorlage (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    organisation TEXT NOT NULL,
    fachbereich TEXT NOT NULL,
    dezernat TEXT NOT NULL,
    accent TEXT NOT NULL,
    font TEXT NOT NULL,
    logo BLOB
) STRICT;
