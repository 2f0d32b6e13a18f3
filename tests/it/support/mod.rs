//! What several tests share.

pub mod raster;
