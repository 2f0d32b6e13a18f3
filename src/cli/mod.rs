//! The same project and analysis without a window.
