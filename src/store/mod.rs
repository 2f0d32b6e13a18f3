//! The only user of rusqlite: the project file, one SQLite database that is whole at any moment.
//!
//! [`Store`] opens a file with distrust (header, schema, structure), runs changes in transactions and undoes them.
//! [`Tx`] reads and writes rows in the nouns of the domain. What a change means is not decided here but in `project`.
//!
//! The history table is a record: undo appends to it and never takes an entry away. It is therefore outside the undo
//! log and outside [`Store::dump`].

mod backup;
mod check;
mod dump;
mod error;
mod header;
mod open;
mod rotation;
mod rows;
mod schema;
mod transact;
mod tx;
mod undo;

pub use check::StoreFinding;
pub use error::StoreError;
pub use open::{ReadOnlyReason, Store};
pub use rows::{HistoryRow, ObservationRow, OriginRow, digest_of};
pub use schema::SCHEMA_VERSION;
pub use transact::{Done, Entry, Touched};
pub use tx::Tx;
