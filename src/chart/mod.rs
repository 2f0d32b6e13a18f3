//! Chart specifications to pictures. The only user of plotters.
