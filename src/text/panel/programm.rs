//! Words of the panel.

#![allow(missing_docs)]
