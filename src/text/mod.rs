//! Every German word that the program writes, as typed functions: one place to proof-read.
//!
//! The layer knows only the domain; other layers hand in what a sentence needs. Long prose lives in `assets/`.
//! Style: formal *Sie*, plain, short; verbs on buttons; no exclamation marks; a decimal comma, the unit after a
//! no-break space, dates as TT.MM.JJJJ; "belasteter / günstiger", never "schlechter / besser".

pub mod boundaries;
pub mod cli;
mod clipboard;
pub mod compound;
mod date;
pub mod error;
pub mod fold;
pub mod handbook;
pub mod import;
pub mod label;
mod message;
pub mod monitoring;
pub mod needs;
mod number;
pub mod panel;
mod placeholder;
mod procedure;
pub mod procedure_dates;
pub mod report;
pub mod scale;
pub mod sensitivity;
pub mod services;
mod sign;
pub mod space;
pub mod structure;
mod term;
pub mod time;
pub mod versions;

pub use clipboard::{clipboard_row, is_number};
pub use date::{date, date_of, date_time, day_month, month_year};
pub use message::{Explain, Message};
pub use number::{
    NBSP, NumberParseError, count, decimal, decimal_beyond, euro, euro_digits, fixed, name_with_unit, own_decimals,
    parse_number, percent, place, printed_units, share_percent, signed, value_with_unit,
};
pub use placeholder::is_placeholder;
pub use procedure::{
    beschluss_ergebnis, massnahme_field, oeffentlichkeit, procedure_gate, procedure_gate_hint, usual_zustaendigkeit,
    wiedervorlage_link, ziel_field, zustaendigkeit,
};
pub use sign::{sign_beside, status_label, status_reason, status_sign, value_or_sign};
pub use term::{
    abgleichsentscheidung, abgleichsentscheidung_short, akteur_role, angebot_art, area_level, area_level_plural,
    area_set_state, aussage_stance, beschlussstand, cost_kind, deckungsgrad, direction, funding_source, funding_state,
    handlungsfeld, handlungsfeld_short, prioritaet, programme_state, step_progress, swot, swot_plural,
    veranstaltungsform, wirkungsstufe, wochentag, wochentag_short, zielgruppe, zusage_state, zustimmung,
    zustimmung_kind,
};
