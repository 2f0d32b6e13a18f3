//! Wiring: the window, the frame loop, derived results, file dialogs. Depends on all; nothing depends on it.

mod boundary_job;
mod clipboard;
mod compute;
mod dialogs;
mod export_job;
mod handbook_job;
mod import_session;
mod services_job;
mod settings;
mod start;
mod window;

pub use start::{StartError, run};
