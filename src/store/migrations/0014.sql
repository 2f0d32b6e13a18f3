-- The date that an imported file had: ISO 8601 with offset; none of pasted tables and of imports before this version.

ALTER TABLE import ADD COLUMN file_date TEXT;
