//! Opening the window, and saying in German what is missing where that fails.

use super::window::Window;
use crate::text::error::app as words;
use crate::text::{Explain, Message};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is no display.
    #[error("no display")]
    NoDisplay,
    /// The toolkit refused.
    #[error("window: {0}")]
    Toolkit(String),
    /// The toolkit panicked, usually because a system library is missing.
    #[error("window start panicked: {0}")]
    Panicked(String),
}

impl Explain for StartError {
    fn message(&self) -> Message {
        match self {
            StartError::NoDisplay => words::no_display(),
            StartError::Toolkit(detail) => words::no_window(detail),
            StartError::Panicked(detail) => words::missing_library(detail),
        }
    }
}

/// Opens the window, on a project if one is given, and returns when it is closed.
///
/// # Errors
/// [`StartError`] if there is no display or the toolkit cannot start.
pub fn run(project: Option<PathBuf>) -> Result<(), StartError> {
    if !has_display() {
        return Err(StartError::NoDisplay);
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title(crate::text::panel::shell::PROGRAM)
            .with_app_id("aktionsplan")
            .with_inner_size([1366.0, 768.0])
            .with_min_inner_size([1024.0, 600.0])
            .with_drag_and_drop(true),
        ..Default::default()
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "aktionsplan",
            options,
            Box::new(move |creation| Ok(Box::new(Window::new(&creation.egui_ctx, project)))),
        )
    }));
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(StartError::Toolkit(error.to_string())),
        Err(panic) => Err(StartError::Panicked(panic_text(panic.as_ref()))),
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("unbekannt").to_owned()
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
