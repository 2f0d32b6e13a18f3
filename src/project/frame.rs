//! What a new project is filled with.

use super::{Project, ProjectError, Template};

/// Fills a new project.
pub(crate) fn fill(_project: &mut Project, _template: Template, _with_example: bool) -> Result<(), ProjectError> {
    Ok(())
}
