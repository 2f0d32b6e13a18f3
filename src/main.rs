//! Start of the program: arguments, logging, window or command line; nothing else.

fn main() {}
