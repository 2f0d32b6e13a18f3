//! A table of services: proposing and drafting say something about every row, and a table that has been taken over
//! brings nothing new.
#![no_main]

use aktionsplan_fuzz::{read, services};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(source) = read("bestand.csv", text.as_bytes()) {
        services(&source);
    }
});
