//! Words of the shared widgets.

use crate::domain::Euro;

/// Why a button is locked.
pub fn not_yet_possible(reason: &str) -> String {
    format!("Noch nicht möglich: {reason}")
}

/// How a table is sorted.
pub const SORT_HINT: &str = "Klick sortiert; mit der Tastatur Strg+↑ oder ↑ in der ersten Zeile, dann ←/→ und Enter";

/// A head as it is heard where it can be sorted; whether it is in ascending order, if it is the sorted one.
pub fn sortable_head(title: &str, ascending: Option<bool>) -> String {
    let now = match ascending {
        Some(true) => "aufsteigend sortiert",
        Some(false) => "absteigend sortiert",
        None => "nicht sortiert",
    };
    format!("Spalte {title}, {now}; Enter sortiert")
}

/// `Angebote: Marten`: above a copied table.
pub fn table_of(title: &str, area: &str) -> String {
    if title.contains(area) { title.to_owned() } else { format!("{title}: {area}") }
}

/// `Quelle: Projekt „Dortmund 2027“.`: below a copied table of what the project records.
pub fn project_source(project: &str) -> String {
    format!("Quelle: Projekt „{project}“.")
}

/// `Rezept „Index mit Spannen“`: below a copied table.
pub fn recipe_note(recipe: &str) -> String {
    format!("Rezept „{recipe}“")
}

/// `12 Räume`: where they are too many to be named.
pub fn areas(number: usize) -> String {
    format!("{} Räume", crate::text::count(number as u64))
}

/// Stops a running work.
pub const CANCEL: &str = "Abbrechen";
/// Closes a notice.
pub const CLOSE: &str = "Schließen";
/// Folded part of a failure.
pub const TECHNICAL: &str = "Technische Einzelheiten";
/// Copies it.
pub const COPY_TECHNICAL: &str = "Einzelheiten kopieren";
/// Saves a picture.
pub const SAVE_FIGURE: &str = "Bild sichern …";
/// Puts a picture on the clipboard.
pub const COPY_FIGURE: &str = "Bild kopieren";
/// Puts the values of a chart on the clipboard.
pub const COPY_TABLE: &str = "Tabelle kopieren";
/// While boundaries are made ready.
pub const DRAWING: &str = "Die Karte wird gezeichnet …";
/// Class of a map without value.
pub const NO_VALUE: &str = "kein Wert";
/// Legend of the outline.
pub const OUTLINED: &str = "Aktionsraum";
/// Part of an accessible name.
pub const SELECTED: &str = "ausgewählt";

/// What is heard of a table cell: `Marten, Arbeitslosenrate: 13,6 Prozent`.
pub fn cell_name(row: &str, column: &str, value: &str, unit: &str) -> String {
    let mut name = if row.is_empty() { format!("{column}: {value}") } else { format!("{row}, {column}: {value}") };
    if !unit.is_empty() && value.bytes().any(|b| b.is_ascii_digit()) {
        name.push(' ');
        name.push_str(spoken_unit(unit));
    }
    name
}

/// A unit as it is said aloud.
pub fn spoken_unit(unit: &str) -> &str {
    match unit {
        "%" => "Prozent",
        "€" => "Euro",
        "m²" => "Quadratmeter",
        unit => unit,
    }
}

/// The label of a required field.
pub fn required(label: &str) -> String {
    format!("{label} · Pflicht")
}

/// What a date field accepts.
pub const DATE_FORM: &str = "Bitte als TT.MM.JJJJ eingeben, zum Beispiel 31.03.2028.";

/// A date that the calendar does not have.
pub const NO_SUCH_DAY: &str = "Diesen Tag gibt es nicht.";

/// A field that was emptied although its entry cannot be without.
pub const FILL_IN: &str = "Bitte ausfüllen; der bisherige Eintrag gilt weiter.";

/// What a field for a count accepts.
pub fn count_within(most: u32) -> String {
    format!("Bitte eine ganze Zahl von 0 bis {} eingeben.", crate::text::count(most))
}

/// What a field for a number with limits accepts.
pub fn number_within(least: f64, most: f64) -> String {
    let print = |number: f64| crate::text::decimal(number, 0);
    format!("Bitte eine Zahl von {} bis {} eingeben.", print(least), print(most))
}

/// Why a weight cannot be changed.
pub const OTHERS_LOCKED: &str = "Alle übrigen Gewichte sind gesperrt, die Summe bleibt 100. Entsperren Sie eines.";

/// What can be given to a weight; locked ones take their part of the hundred.
pub fn weight_within(room: f64) -> String {
    if room >= 100.0 {
        return "Ein Gewicht reicht von 0 bis 100.".to_owned();
    }
    format!("Gesperrte Gewichte lassen hier 0 bis {}.", crate::text::decimal(room.max(0.0), 1))
}

/// What a field for a year accepts.
pub fn year_within(first: i16, last: i16) -> String {
    format!("Bitte ein Jahr von {first} bis {last} eingeben.")
}

/// An amount below what is possible.
pub fn amount_from(least: Euro) -> String {
    let least = if least == Euro::default() { "0".to_owned() } else { crate::text::euro(least) };
    format!("Der Betrag kann nicht kleiner als {least} sein. Der bisherige gilt weiter.")
}

/// An amount above all budgets.
pub fn amount_up_to(most: Euro) -> String {
    format!("Der Betrag ist zu groß: Möglich sind höchstens {}. Der bisherige gilt weiter.", crate::text::euro(most))
}

/// Name of the messages at the bottom right.
pub const TOASTS: &str = "Meldungen";

/// `Marten: Rang 5, 90-Prozent-Spanne 4 bis 6`
pub fn rank_name(area: &str, rank: f64, low: u32, high: u32) -> String {
    let rank = crate::text::place(rank);
    format!("{area}: Rang {rank}, 90-Prozent-Spanne {low} bis {high}")
}

/// An area without rank.
pub fn rank_missing(area: &str) -> String {
    format!("{area}: ohne Rang")
}

/// Name of the number field of a weight.
pub fn weight(indicator: &str) -> String {
    format!("Gewicht {indicator} in Prozent")
}

/// `Gewicht SGB-II-Quote, 12,5 Prozent, gesperrt nein`
pub fn weight_name(indicator: &str, percent: f64, locked: bool) -> String {
    let locked = if locked { "ja" } else { "nein" };
    format!("Gewicht {indicator}, {} Prozent, gesperrt {locked}", crate::text::decimal(percent, 1))
}

/// Why a locked weight cannot be typed.
pub const UNLOCK_FIRST: &str = "Erst die Sperre des Gewichts lösen.";

/// Keeps a weight.
pub fn lock(indicator: &str) -> String {
    format!("Gewicht {indicator} sperren")
}

/// Lets a weight go.
pub fn unlock(indicator: &str) -> String {
    format!("Sperre von Gewicht {indicator} lösen")
}

/// `Marten, Typ B, ausgewählt`: what is heard of an area on a map of types.
pub fn map_type(name: &str, letter: Option<&str>, selected: bool) -> String {
    let own = letter.map_or_else(|| "ohne Typ".to_owned(), |letter| format!("Typ {letter}"));
    let selected = if selected { ", ausgewählt" } else { "" };
    format!("{name}, {own}{selected}")
}

/// `Marten, Rang 5, Klasse 5 von 5, ausgewählt`
pub fn map_area(name: &str, rank: Option<u32>, class: Option<usize>, classes: usize, selected: bool) -> String {
    let mut parts = vec![name.to_owned()];
    parts.extend(rank.map(|rank| format!("Rang {rank}")));
    parts.push(class.map_or_else(|| NO_VALUE.to_owned(), |class| format!("Klasse {} von {classes}", class + 1)));
    if selected {
        parts.push(SELECTED.to_owned());
    }
    parts.join(", ")
}

/// An area of the selected set: `Marten, Klasse 5 von 5, in der Auswahl`
pub fn in_selection(name: &str) -> String {
    format!("{name}, in der Auswahl")
}

/// What a click on a class of a legend does.
pub const LEGEND_FILTER: &str = "Klick blendet die Klasse aus oder wieder ein";

/// `Gebundener Wert 55,4`
pub fn bound_value(text: &str) -> String {
    format!("Gebundener Wert {text}")
}

/// What a stale value adds to its name: `, veraltet, neu 58,2`
pub fn stale(today: &str) -> String {
    format!(", veraltet, neu {today}")
}

/// Added to the name of a value that belongs to another area.
pub const WRONG_AREA: &str = ", anderes Gebiet";
/// Added to the name of a value that is kept on purpose.
pub const PINNED: &str = ", Stand festgehalten";
/// Added to the name of a value that cannot be shown.
pub const SUPPRESSED: &str = ", gesperrt";

/// `Schritt 3 von 4: Zuordnen`
pub fn wizard_step(number: usize, all: usize, name: &str) -> String {
    format!("Schritt {number} von {all}: {name}")
}
