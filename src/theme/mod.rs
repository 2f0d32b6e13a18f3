//! Toolkit-neutral design tokens.

pub mod report;
