//! The only user of rusqlite: the project file.
