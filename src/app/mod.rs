//! Wiring: the frame loop, derived results, file dialogs.
