//! The layer table.
