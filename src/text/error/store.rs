//! Wording of failures of the `store` layer.
