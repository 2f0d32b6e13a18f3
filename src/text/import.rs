//! Words of the import: issues, questions, statistical signs.
