//! The Dortmund frame and the demonstration data.
