//! Wording of failures of the `analysis` layer.
