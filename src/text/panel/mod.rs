//! Words of the window, one file per panel.

pub mod widget;
