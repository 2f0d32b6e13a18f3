INSERT INTO dokumentvorlage (id, organisation, fachbereich, dezernat, accent, font, logo)
VALUES (1, :organisation, :fachbereich, :dezernat, :accent, :font, :logo)
ON CONFLICT (id) DO UPDATE SET
    organisation = excluded.organisation,
    fachbereich = excluded.fachbereich,
    dezernat = excluded.dezernat,
    accent = excluded.accent,
    font = excluded.font,
    logo = excluded.logo;
