//! The look of documents: at most one row, the logo as the bytes of its PNG file.

use crate::domain::{Dokumentvorlage, Logo};
use crate::store::{StoreError, Tx};
use rusqlite::named_params;

impl Tx<'_> {
    /// What documents carry of their municipality; nothing where nobody has set it. A logo that is none is left out.
    pub fn dokumentvorlage(&self) -> Result<Dokumentvorlage, StoreError> {
        let row = self.first(include_str!("../sql/dokumentvorlage_get.sql"), [], |row| {
            let accent: String = row.get("accent")?;
            let logo: Option<Vec<u8>> = row.get("logo")?;
            Ok(Dokumentvorlage {
                organisation: row.get("organisation")?,
                fachbereich: row.get("fachbereich")?,
                dezernat: row.get("dezernat")?,
                accent: Dokumentvorlage::colour_of(&accent),
                font: row.get("font")?,
                logo: logo.and_then(Logo::from_png),
            })
        })?;
        Ok(row.unwrap_or_default())
    }

    /// Sets what documents carry of their municipality.
    pub fn put_dokumentvorlage(&self, template: &Dokumentvorlage) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/dokumentvorlage_put.sql"),
            named_params! {
                ":organisation": template.organisation,
                ":fachbereich": template.fachbereich,
                ":dezernat": template.dezernat,
                ":accent": template.accent_hex().unwrap_or_default(),
                ":font": template.font,
                ":logo": template.logo.as_ref().map(|logo| logo.png.as_slice()),
            },
        )?;
        Ok(())
    }
}
