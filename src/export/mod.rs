//! Documents and tables to bytes. Writing the bytes to a file is not done here.

mod docx;
mod error;
mod file_name;
mod table_csv;

pub use docx::docx;
pub use error::ExportError;
pub use file_name::safe_file_name;
pub use table_csv::{CsvCell, CsvForm, table_csv, words_csv};
