//! Panels, driven by their German labels.
