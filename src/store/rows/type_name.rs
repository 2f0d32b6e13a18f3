//! Names that the planner gave to types of areas.

use crate::domain::TypeName;
use crate::store::{StoreError, Tx};
use rusqlite::named_params;

impl Tx<'_> {
    /// All names, by grouping and number.
    pub fn type_name_rows(&self) -> Result<Vec<TypeName>, StoreError> {
        self.all(include_str!("../sql/type_name_all.sql"), [], |row| {
            Ok(TypeName {
                grouping: row.get("grouping")?,
                number: row.get("number")?,
                name: row.get("name")?,
                period: row.get("period")?,
            })
        })
    }

    /// Gives a type a name, or another one.
    pub fn put_type_name(&self, name: &TypeName) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/type_name_put.sql"),
            named_params! {
                ":grouping": name.grouping,
                ":number": name.number,
                ":name": name.name,
                ":period": name.period,
            },
        )?;
        Ok(())
    }

    /// Takes the name of a type away.
    pub fn delete_type_name(&self, grouping: &str, number: u32) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/type_name_delete.sql"),
            named_params! { ":grouping": grouping, ":number": number },
        )?;
        Ok(())
    }
}
