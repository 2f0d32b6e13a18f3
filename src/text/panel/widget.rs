//! Words of the shared widgets.
