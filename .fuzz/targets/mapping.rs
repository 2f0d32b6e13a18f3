//! A mapping as text and a small table, parted by a line `---`: any mapping that can be read drafts the table without
//! harm, reads back as written, and can be applied again.
#![no_main]

use aktionsplan_fuzz::import::{Mapping, propose, reapply};
use aktionsplan_fuzz::{city, drafted, read};
use aktionsplan_fuzz::jobs::Progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (mapping, table) = text.split_once("\n---\n").unwrap_or((text, "Gebiet;SGB2 2014;Zähler\nMarten;1,5;3\nHörde;.;4\n"));
    let Some(source) = read("a_2015.csv", table.as_bytes()) else { return };
    let data = city();
    let proposal = propose(&source, &data);
    assert_eq!(Mapping::from_toml(&proposal.mapping.to_toml()).as_ref(), Ok(&proposal.mapping));
    let Ok(mapping) = Mapping::from_toml(mapping) else { return };
    drafted(&source, &mapping, &data);
    let again = Mapping::from_toml(&mapping.to_toml()).expect("written by the program");
    assert_eq!(format!("{again:?}"), format!("{mapping:?}"));
    let next = reapply(&mapping, &source, &data, &Progress::new()).expect("nobody cancelled");
    drafted(&source, &next.mapping, &data);
});
