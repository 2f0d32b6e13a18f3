//! Benchmarks: our figure and, where one is listed, the plain floor in the same run.

fn main() {}
