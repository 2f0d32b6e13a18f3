//! Words of the needs ranking: methods, notes, spans, groups.
