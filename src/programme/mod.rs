//! Findings and the planner's decisions to a document.
