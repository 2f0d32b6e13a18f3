//! Exported documents, checked by reading them back.
