//! Words of exported documents.
