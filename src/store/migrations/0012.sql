-- What documents have shown is a record of the project, like the history: undoing a step does not take it back, and it
-- outlives the programme that showed it.

CREATE TABLE ausgabe (
    reference TEXT PRIMARY KEY,
    shown TEXT NOT NULL,
    given_out_on TEXT
) STRICT;

INSERT OR IGNORE INTO ausgabe (
    reference,
    shown,
    given_out_on
)
SELECT
    entry.key,
    entry.value,
    json_extract(programme.ausgaben, '$.zuletzt')
FROM programme, json_each(programme.ausgaben, '$.werte') AS entry
ORDER BY programme.id, entry.key;

ALTER TABLE programme DROP COLUMN ausgaben;
