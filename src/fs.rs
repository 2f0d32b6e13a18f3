//! Reading and atomic writing of files; errors carry path and operation.
