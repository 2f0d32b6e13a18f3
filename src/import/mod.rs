//! File bytes to a draft and its issues. A bad cell is data, not an error.
