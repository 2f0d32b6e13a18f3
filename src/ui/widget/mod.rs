//! Shared widgets: one file each, painted from theme tokens, reachable by keyboard, named for screen readers.
//!
//! Widgets know nothing of projects or commands: they show what they are given and report what was done to them.

pub mod area_map;
pub mod area_shapes;
pub mod badge;
pub mod button;
pub mod check_item;
pub mod chip;
pub mod choice;
pub mod data_table;
pub mod dialog;
pub mod dot_strip;
pub mod empty_state;
pub mod field;
pub mod icon;
pub mod notice;
pub mod paint;
pub mod progress;
pub mod rank_bar;
pub mod sparkline;
pub mod spending_bar;
pub mod stack_bar;
pub mod style;
pub mod text;
pub mod timeline;
pub mod weight_row;

#[cfg(test)]
pub(in crate::ui) mod testing;
