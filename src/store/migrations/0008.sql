-- What goals and measures carry beside their frame, scenarios, rules of money, and what documents have shown.
ALTER TABLE ziel ADD COLUMN zielgruppe TEXT NOT NULL DEFAULT '';
ALTER TABLE ziel ADD COLUMN ort TEXT NOT NULL DEFAULT '';
ALTER TABLE ziel ADD COLUMN beteiligte TEXT NOT NULL DEFAULT '';
ALTER TABLE ziel ADD COLUMN messgroesse TEXT NOT NULL DEFAULT '';
ALTER TABLE ziel ADD COLUMN start_bound TEXT NOT NULL DEFAULT 'null';
ALTER TABLE ziel ADD COLUMN realismus TEXT NOT NULL DEFAULT '';
ALTER TABLE ziel ADD COLUMN kette TEXT NOT NULL DEFAULT '[]';
ALTER TABLE massnahme ADD COLUMN messgroesse TEXT NOT NULL DEFAULT '';
ALTER TABLE massnahme ADD COLUMN start_bound TEXT NOT NULL DEFAULT 'null';
ALTER TABLE massnahme ADD COLUMN kette TEXT NOT NULL DEFAULT '[]';
ALTER TABLE massnahme ADD COLUMN bewertung TEXT NOT NULL DEFAULT '{}';
ALTER TABLE massnahme ADD COLUMN meilensteine TEXT NOT NULL DEFAULT '[]';
ALTER TABLE massnahme ADD COLUMN ausgeschlossen TEXT NOT NULL DEFAULT '[]';
ALTER TABLE programme ADD COLUMN szenarien TEXT NOT NULL DEFAULT '[]';
ALTER TABLE programme ADD COLUMN ausgaben TEXT NOT NULL DEFAULT '{}';
ALTER TABLE project ADD COLUMN plan_rules TEXT NOT NULL DEFAULT '{}';
