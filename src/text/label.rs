//! Labels of project steps: undo menu and history.
