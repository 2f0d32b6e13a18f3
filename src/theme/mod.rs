//! Toolkit-neutral design tokens.
