//! Documents and tables to bytes.
