//! Wording of failures of the `export` layer.
