//! What documents have shown: written when one is given out, never taken back.

use crate::domain::{Ausgabe, Ausgaben};
use crate::store::tx::{date, get_date};
use crate::store::{StoreError, Tx};
use rusqlite::named_params;

impl Tx<'_> {
    /// Everything that was shown, by reference.
    pub fn ausgaben(&self) -> Result<Ausgaben, StoreError> {
        let shown = self.all(include_str!("../sql/ausgabe_all.sql"), [], |row| {
            let ausgabe = Ausgabe { shown: row.get("shown")?, am: get_date(row, "given_out_on")? };
            Ok((row.get::<_, String>("reference")?, ausgabe))
        })?;
        Ok(Ausgaben { werte: shown.into_iter().collect() })
    }

    /// Notes a value as shown.
    pub fn put_ausgabe(&self, reference: &str, ausgabe: &Ausgabe) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/ausgabe_put.sql"),
            named_params! {
                ":reference": reference,
                ":shown": ausgabe.shown,
                ":given_out_on": date(ausgabe.am),
            },
        )?;
        Ok(())
    }
}
