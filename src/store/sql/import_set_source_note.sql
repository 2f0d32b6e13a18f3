UPDATE import
SET source_note = :source_note
WHERE id = :id;
