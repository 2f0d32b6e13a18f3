//! Filling a new project with the frame.

use super::{Frame, FrameError};
use crate::project::{Project, ProjectError, Template};
use std::cell::RefCell;

impl From<FrameError> for ProjectError {
    fn from(error: FrameError) -> Self {
        ProjectError::Frame { detail: error.to_string() }
    }
}

/// Fills a new project; what was filled in cannot be undone step by step.
///
/// # Errors
/// If the built-in data contradict each other or the file fails.
pub(in crate::project) fn fill(
    project: &mut Project,
    template: Template,
    with_example: bool,
) -> Result<(), ProjectError> {
    match template {
        Template::Leer => return Ok(()),
        Template::Dortmund => {}
    }
    let frame = Frame::load()?;
    let project = RefCell::new(project);
    frame.fill(with_example, &mut |command| project.borrow_mut().execute(command), &mut || {
        project.borrow().snapshot()
    })?;
    project.into_inner().forget_steps()
}
