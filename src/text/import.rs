//! Words of the import: issues, questions, statistical signs.

use crate::domain::CellRef;
use crate::text::number::{count, decimal};

fn number(value: f64) -> String {
    let plain = decimal(value, 6);
    if plain.contains(',') { plain.trim_end_matches('0').trim_end_matches(',').to_owned() } else { plain }
}

/// Neither number nor known sign.
pub fn not_a_number(text: &str) -> String {
    format!("„{text}“ ist weder eine Zahl noch ein bekanntes Zeichen. Die Zelle wird nicht übernommen.")
}

/// A number in another form than its column.
pub fn other_number_form(text: &str, comma: Option<bool>) -> String {
    match comma {
        Some(true) => {
            format!("„{text}“ passt nicht zu einer Spalte mit Dezimalkomma. Die Zelle wird nicht übernommen.")
        }
        Some(false) => {
            format!("„{text}“ passt nicht zu einer Spalte mit Dezimalpunkt. Die Zelle wird nicht übernommen.")
        }
        None => format!("„{text}“ ist nicht als Zahl lesbar. Die Zelle wird nicht übernommen."),
    }
}

/// A number that means two things.
pub fn undecided_mark(text: &str) -> String {
    format!("„{text}“ lässt zwei Lesarten zu. Legen Sie das Dezimalzeichen der Spalte fest.")
}

/// Beyond reason.
pub fn too_large(text: &str) -> String {
    format!("„{text}“ ist als Wert zu groß oder nicht endlich. Die Zelle wird nicht übernommen.")
}

/// Short notation.
pub fn exponent(text: &str) -> String {
    format!(
        "„{text}“ ist eine Kurzschreibweise, bei der Stellen verloren sein können. Die Zelle wird nicht übernommen."
    )
}

/// A spreadsheet has made a date of it.
pub fn date_instead_of_number(text: &str) -> String {
    format!(
        "Statt einer Zahl steht hier das Datum {text}. Vermutlich hat die Tabellenkalkulation die Zahl umgewandelt."
    )
}

/// A formula without stored result.
pub fn formula_without_result() -> String {
    "Die Formel hat kein gespeichertes Ergebnis. Öffnen und speichern Sie die Mappe in der Tabellenkalkulation.".into()
}

/// An error value.
pub fn error_cell(text: &str) -> String {
    format!("Der Fehlerwert {text} wird als fehlende Angabe gelesen.")
}

/// A percent sign although the unit is another.
pub fn percent_sign(text: &str, unit: &str) -> String {
    if unit.is_empty() {
        format!("„{text}“ trägt ein Prozentzeichen, der Indikator hat keine Einheit.")
    } else {
        format!("„{text}“ trägt ein Prozentzeichen, die Einheit des Indikators ist „{unit}“.")
    }
}

/// An unknown area.
pub fn unknown_area(label: &str) -> String {
    format!("Das Gebiet „{label}“ ist im Projekt nicht bekannt.")
}

/// A name that several areas have.
pub fn ambiguous_area(label: &str) -> String {
    format!("„{label}“ ist der Name mehrerer Gebiete. Legen Sie fest, welches gemeint ist.")
}

/// A row without area.
pub fn no_area() -> String {
    "In dieser Zeile steht kein Gebiet. Sie wird nicht übernommen.".into()
}

/// An area named above.
pub fn area_from_above(label: &str) -> String {
    format!(
        "Hier und in den folgenden Zeilen steht kein Gebiet. Gelesen wird das darüber genannte: „{label}“. Bitte prüfen."
    )
}

/// A row left out.
pub fn skipped_area(label: &str) -> String {
    format!("„{label}“ wird nicht übernommen, wie von Ihnen gewählt.")
}

/// A key that had lost its zeros.
pub fn key_restored(found: &str, key: &str) -> String {
    format!("Der Schlüssel „{found}“ wurde als „{key}“ gelesen: führende Nullen fehlten.")
}

/// A name in another spelling.
pub fn other_spelling(label: &str, name: &str) -> String {
    format!("„{label}“ wurde als „{name}“ erkannt.")
}

/// Key and name disagree.
pub fn key_and_name_disagree(key: &str, name: &str) -> String {
    format!("Schlüssel „{key}“ und Name „{name}“ meinen verschiedene Gebiete. Die Zeile wird nicht übernommen.")
}

/// A row of blanks.
pub fn row_without_values(label: &str) -> String {
    format!("Die Zeile „{label}“ enthält keine Werte und wird übergangen.")
}

/// An unreadable period.
pub fn period_not_read(text: &str, suggestion: Option<&str>) -> String {
    match suggestion {
        Some(year) => format!("„{text}“ ist kein Stand. Ist {year} mit einer Fußnotenziffer gemeint?"),
        None => format!("„{text}“ ist kein lesbarer Stand. Die Zeile wird nicht übernommen."),
    }
}

/// An unknown indicator.
pub fn unknown_indicator(label: &str) -> String {
    format!("Für „{label}“ ist kein Indikator zugeordnet.")
}

/// The same value twice.
pub fn duplicate(first: CellRef, same: bool) -> String {
    if same {
        format!("Derselbe Wert steht schon in Zelle {first}.")
    } else {
        format!(
            "Für Gebiet, Indikator und Stand steht in Zelle {first} schon ein anderer Wert. Jener bleibt, dieser nicht."
        )
    }
}

/// A share outside 0 to 100.
pub fn outside_range(value: f64) -> String {
    format!("{} % liegt außerhalb von 0 bis 100 %. Bitte prüfen.", number(value))
}

/// A value that does not follow from its parts.
pub fn differs_from_parts(value: f64, computed: f64) -> String {
    format!("Der Wert {} folgt nicht aus Zähler und Nenner: das ergäbe {}.", number(value), number(computed))
}

/// A total that is no sum.
pub fn total_is_not_sum(indicator: &str, total: f64, sum: f64, without_value: u32) -> String {
    let gap = match without_value {
        0 => String::new(),
        1 => " 1 Gebiet hat keinen Wert.".into(),
        n => format!(" {} Gebiete haben keinen Wert.", count(n)),
    };
    format!(
        "{indicator}: Die veröffentlichte Summe {} weicht von der Summe der Gebiete {} ab.{gap} Beide bleiben wie veröffentlicht.",
        number(total),
        number(sum)
    )
}

/// Letters in an old encoding.
pub fn old_encoding(encoding: &str, sample: &[String]) -> String {
    if sample.is_empty() {
        return format!("Die Datei ist in {encoding} gespeichert.");
    }
    format!("Die Datei ist in {encoding} gespeichert. Stimmen die Umlaute? {}", sample.join(", "))
}

/// Values outside the table that is read.
pub fn further_table() -> String {
    "Hier beginnt eine weitere Tabelle. Ihre Werte werden nicht mitgelesen. Lesen Sie die Datei dafür noch einmal mit \
     anderen Zeilen oder Spalten ein."
        .into()
}

/// Letters that look wrongly decoded.
pub fn garbled_letters() -> String {
    "Einige Umlaute sind schon in der Datei falsch gespeichert. Lassen Sie sich die Tabelle in UTF-8 neu geben.".into()
}

/// An open quotation mark.
pub fn open_quote(row: u32) -> String {
    format!(
        "Ein Anführungszeichen in Zeile {} wird nie geschlossen. Anführungszeichen wurden als Text gelesen.",
        count(row + 1)
    )
}

/// A hidden sheet.
pub fn hidden_sheet(name: &str) -> String {
    format!("Das Blatt „{name}“ ist in der Mappe ausgeblendet.")
}

/// Hidden rows.
pub fn hidden_rows(sheet: &str, rows: &[u32]) -> String {
    let named: Vec<String> = spans(rows.iter().copied()).into_iter().map(|span| span_text(span, row_name)).collect();
    match rows {
        [row] => format!("Im Blatt „{sheet}“ ist Zeile {} ausgeblendet. Sie wird mitgelesen.", row_name(*row)),
        _ => format!(
            "Im Blatt „{sheet}“ sind {} Zeilen ausgeblendet: {}. Sie werden mitgelesen.",
            count(i64::try_from(rows.len()).unwrap_or(i64::MAX)),
            shortened_list(&named)
        ),
    }
}

/// Hidden columns.
pub fn hidden_columns(sheet: &str, columns: &[u16]) -> String {
    let all = columns.iter().map(|&column| u32::from(column));
    let named: Vec<String> = spans(all).into_iter().map(|span| span_text(span, column_name)).collect();
    match columns {
        [column] => {
            let name = column_name(u32::from(*column));
            format!("Im Blatt „{sheet}“ ist Spalte {name} ausgeblendet. Sie wird mitgelesen.")
        }
        _ => format!(
            "Im Blatt „{sheet}“ sind {} Spalten ausgeblendet: {}. Sie werden mitgelesen.",
            count(i64::try_from(columns.len()).unwrap_or(i64::MAX)),
            shortened_list(&named)
        ),
    }
}

/// Cells whose place was taken.
pub fn repeated_cells(sheet: &str, cells: u32) -> String {
    let cells = match cells {
        1 => "steht eine Zelle".to_owned(),
        n => format!("stehen {} Zellen", count(n)),
    };
    format!("Im Blatt „{sheet}“ {cells} mehrfach. Gelesen wurde, was zuerst steht. Bitte prüfen.")
}

fn row_name(row: u32) -> String {
    count(i64::from(row) + 1)
}

fn column_name(column: u32) -> String {
    let cell = CellRef { sheet: 0, row: 0, column: u16::try_from(column).unwrap_or(u16::MAX) };
    cell.to_string().trim_end_matches('1').to_owned()
}

/// First and last of numbers in a row.
fn spans(numbers: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match spans.last_mut().filter(|(_, last)| last.checked_add(1) == Some(number)) {
            Some((_, last)) => *last = number,
            None => spans.push((number, number)),
        }
    }
    spans
}

fn span_text((first, last): (u32, u32), name: impl Fn(u32) -> String) -> String {
    if first == last { name(first) } else { format!("{} bis {}", name(first), name(last)) }
}

fn shortened_list(entries: &[String]) -> String {
    match entries.get(..5).filter(|_| entries.len() > 5) {
        Some(first) => format!("{} und weitere", first.join(", ")),
        None => entries.join(", "),
    }
}

/// Which mark parts decimals.
pub fn ask_decimal_mark(header: &str, suggestion: Option<bool>) -> String {
    let hint = match suggestion {
        Some(true) => " Die übrigen Spalten verwenden ein Komma.",
        Some(false) => " Die übrigen Spalten verwenden einen Punkt.",
        None => "",
    };
    format!("Welches Zeichen trennt in der Spalte „{header}“ die Dezimalstellen?{hint}")
}

/// Shares stored as 0 to 1.
pub fn ask_fractions(header: &str) -> String {
    format!("Die Spalte „{header}“ enthält nur Werte von 0 bis 1. Sind es Anteile, die mit 100 malzunehmen sind?")
}

/// Unknown areas.
pub fn ask_unknown_areas(n: usize) -> String {
    match n {
        1 => {
            "Ein Gebiet ist im Projekt nicht bekannt. Ordnen Sie es zu, legen Sie es an oder lassen Sie es aus.".into()
        }
        n => format!(
            "{} Gebiete sind im Projekt nicht bekannt. Ordnen Sie sie zu, legen Sie sie an oder lassen Sie sie aus.",
            count(i64::try_from(n).unwrap_or(i64::MAX))
        ),
    }
}

/// Names that several areas have.
pub fn ask_ambiguous_areas(labels: &[String]) -> String {
    format!("Welche Gebiete sind gemeint? Mehrfach vorhanden: {}", labels.join(", "))
}

/// Level of new areas.
pub fn ask_area_level() -> String {
    "Auf welcher Ebene liegen die Gebiete dieser Tabelle?".into()
}

/// Rows of other levels.
pub fn ask_area_blocks(rows: u32) -> String {
    match rows {
        1 => "Eine Zeile ist anscheinend ein Gebiet einer anderen Ebene, etwa die Summe. Stimmt die Einteilung?".into(),
        n => {
            format!("{} Zeilen sind anscheinend Gebiete anderer Ebenen, etwa Summen. Stimmt die Einteilung?", count(n))
        }
    }
}

/// No period.
pub fn ask_period(columns: usize) -> String {
    match columns {
        1 => "Zu welchem Stand gehören die Werte einer Spalte?".into(),
        n => format!("Zu welchem Stand gehören die Werte von {} Spalten?", count(i64::try_from(n).unwrap_or(i64::MAX))),
    }
}

/// No area column.
pub fn ask_area_column() -> String {
    "In welcher Spalte stehen die Gebiete?".into()
}

/// No value column.
pub fn ask_value_column() -> String {
    "In welcher Spalte stehen Werte?".into()
}

/// A heading changed.
pub fn ask_header(expected: &str, found: &str) -> String {
    format!("Die Spalte hieß bisher „{expected}“, jetzt „{found}“. Ist derselbe Inhalt gemeint?")
}

/// Meaning of the dash.
pub fn ask_nil_sign(cells: u32) -> String {
    match cells {
        1 => "In einer Zelle steht „-“ und wird als genau null gelesen. Gilt das in dieser Datei?".into(),
        n => format!("In {} Zellen steht „-“ und wird als genau null gelesen. Gilt das in dieser Datei?", count(n)),
    }
}

/// Unknown indicators.
pub fn ask_unknown_indicators(n: usize) -> String {
    match n {
        1 => "Welcher Indikator ist mit einer Bezeichnung der Tabelle gemeint?".into(),
        n => format!(
            "Welche Indikatoren sind mit {} Bezeichnungen der Tabelle gemeint?",
            count(i64::try_from(n).unwrap_or(i64::MAX))
        ),
    }
}

/// First lines of a stored mapping.
pub fn mapping_comment() -> &'static str {
    "# Zuordnung: wie diese Tabelle gelesen wurde. Zeilen und Spalten zählen ab 0.\n"
}
