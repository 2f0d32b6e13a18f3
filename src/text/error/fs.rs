//! Wording of failures of the `fs` layer.
