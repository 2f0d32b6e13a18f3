//! Tests of whole layers, in one binary.

mod architecture;
mod commands;
mod documents;
mod frame;
mod import_hostile;
mod import_mess;
mod import_reference;
mod panels;
mod ranking_reference;
mod whole_way;
