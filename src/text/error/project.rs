//! Wording of failures of the `project` layer.
