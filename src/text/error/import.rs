//! Wording of failures of the `import` layer.
