//! The window's panels and widgets. egui only here and in `app`.
pub mod widget;
