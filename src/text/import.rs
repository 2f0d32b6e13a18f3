//! Words of the import: issues, questions, statistical signs.

use crate::domain::{AreaLevel, CellRef};
use crate::text::number::{count, decimal};
use crate::text::{area_level, area_level_plural};

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

/// Another unit than that of the column or indicator.
pub fn other_unit(text: &str, unit: &str) -> String {
    match unit {
        "" => format!("„{text}“ nennt eine Einheit, der Indikator hat keine."),
        unit => format!("„{text}“ nennt eine andere Einheit als „{unit}“."),
    }
}

/// No unit where the other cells have one that counts in thousands.
pub fn without_unit(text: &str, unit: &str) -> String {
    format!("„{text}“ nennt keine Einheit, andere Zellen der Spalte nennen „{unit}“.")
}

/// A footnote mark behind a value; whether the value counts, if that is settled.
pub fn footnote_mark(text: &str, value: f64, keep: Option<bool>) -> String {
    let value = number(value);
    match keep {
        None => format!("„{text}“ ist vermutlich {value} mit einem Fußnotenzeichen. Legen Sie fest, ob der Wert gilt."),
        Some(true) => format!("„{text}“ wurde als {value} gelesen: Dahinter steht ein Fußnotenzeichen."),
        Some(false) => format!("„{text}“ wurde ohne Wert gelesen: Hinter {value} steht ein Fußnotenzeichen."),
    }
}

/// A column of numbers without heading.
pub fn no_heading() -> String {
    "Diese Spalte enthält Zahlen, hat aber keine Überschrift. Sie wird nicht gelesen.".into()
}

/// A second column with the same heading.
pub fn same_heading(first: CellRef) -> String {
    format!("Diese Spalte heißt wie die in {first}. Sie wird als eigener Indikator gelesen.")
}

/// A new indicator without a name of its own.
pub fn named_by_file(name: &str) -> String {
    format!(
        "Keine Überschrift nennt den Indikator; er heißt nach Blatt oder Datei „{name}“. Ändern Sie den Namen auf seiner Karte."
    )
}

/// A row with more cells than headings; whether it is cut, if that is settled.
pub fn long_row(cells: u16, headings: u16, cut: Option<bool>) -> String {
    let what = format!("Die Zeile hat {cells} Zellen, Überschriften gibt es {headings}.");
    match cut {
        None => format!("{what} Legen Sie fest, ob sie gelesen wird."),
        Some(true) => format!("{what} Was dahinter steht, wird nicht gelesen."),
        Some(false) => format!("{what} Ihre Werte werden nicht übernommen."),
    }
}

/// An unknown area.
pub fn unknown_area(label: &str) -> String {
    format!("Das Gebiet „{label}“ ist im Projekt nicht bekannt.")
}

/// An area that the project knows on other levels only.
pub fn area_on_other_level(label: &str, level: AreaLevel, known: &[AreaLevel]) -> String {
    format!("„{label}“ gibt es im Projekt als {}, nicht als {}.", levels_joined(known, "und"), area_level(level))
}

/// `Stadtbezirk, Sozialraum und Statistischer Bezirk`
fn levels_joined(levels: &[AreaLevel], word: &str) -> String {
    match levels {
        [] => String::new(),
        [one] => area_level(*one).to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(|level| area_level(*level)).collect();
            format!("{} {word} {}", first.join(", "), area_level(*last))
        }
    }
}

/// A name that several areas have.
pub fn ambiguous_area(label: &str) -> String {
    format!("„{label}“ ist der Name mehrerer Gebiete. Legen Sie fest, welches gemeint ist.")
}

/// A row without area.
pub fn no_area() -> String {
    "In dieser Zeile steht kein Gebiet. Sie wird nicht übernommen.".into()
}

/// A text that is too long for a name.
pub fn long_name(letters: usize) -> String {
    format!(
        "Der Name ist mit {} Zeichen zu lang für ein Gebiet. Die Zeile wird nicht übernommen.",
        count(letters as u64)
    )
}

/// Tables on sheets that are not read.
pub fn tables_on_other_sheets(sheets: &[String]) -> String {
    let quoted: Vec<String> = sheets.iter().map(|name| format!("„{name}“")).collect();
    match quoted.as_slice() {
        [one] => format!(
            "Auch das Blatt {one} enthält eine Tabelle. Sie wird nicht mitgelesen; jedes Blatt ist ein eigener Import."
        ),
        _ => format!(
            "Auch diese Blätter enthalten Tabellen: {}. Sie werden nicht mitgelesen; jedes Blatt ist ein eigener Import.",
            shortened_list(&quoted)
        ),
    }
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

/// A row that is the sum of others, left out.
pub fn subtotal(label: &str, settled: bool) -> String {
    if settled {
        return format!("„{label}“ ist eine Zwischensumme und wird nicht übernommen, wie von Ihnen gewählt.");
    }
    format!("„{label}“ ist nach der Bezeichnung eine Zwischensumme und wird nicht übernommen. Bitte prüfen.")
}

/// A row that is the sum of the rows around it by its values, left out.
pub fn sum_of_rows(label: &str, settled: bool) -> String {
    let why = format!("Die Werte von „{label}“ sind die Summen der Zeilen daneben.");
    if settled {
        return format!("{why} Die Zeile wird nicht übernommen, wie von Ihnen gewählt.");
    }
    format!("{why} Die Zeile wird nicht übernommen, solange Sie nichts anderes festlegen.")
}

/// A sum that is left out and differs from its parts: the total as published, the sum of the rows.
pub fn subtotal_is_not_sum(
    label: &str,
    indicator: &str,
    (total, sum): (f64, f64),
    without_value: u32,
    rounded_to: Option<u32>,
) -> String {
    let gap = match without_value {
        0 => String::new(),
        n => format!(" ({} ohne Wert)", count(n)),
    };
    let why = match rounded_to {
        Some(base) => format!("Die Werte sind auf {base} gerundet, die Abweichung liegt im Rahmen der Rundung."),
        None => "Die Zeilen bleiben wie veröffentlicht.".to_owned(),
    };
    let (total, sum) = (number(total), number(sum));
    format!("{indicator}: „{label}“ nennt {total}, die Zeilen dazu ergeben {sum}{gap}. {why}")
}

/// A number that a workbook shows as percent.
pub fn percent_shown(percent: f64) -> String {
    format!("{} %", number(percent))
}

/// What a workbook shows of a number as percent, and what it stores.
pub fn percent_cell(shown: &str, stored: &str) -> String {
    format!("{shown} (gespeichert: {})", stored.replace('.', ","))
}

/// A key that had lost its zeros.
pub fn key_restored(found: &str, key: &str) -> String {
    if key.len() < found.len() {
        return format!(
            "Der Schlüssel „{found}“ wurde als „{key}“ gelesen: Die Null am Ende heißt „nicht weiter geteilt“."
        );
    }
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

/// The same value twice. The rule by the code of the mapping file; none while it is open.
pub fn duplicate(first: CellRef, same: bool, rule: Option<&str>) -> String {
    if same {
        return format!("Derselbe Wert steht schon in Zelle {first}.");
    }
    let found = format!("Für Gebiet, Indikator und Stand steht in Zelle {first} schon ein anderer Wert.");
    let settled = match rule {
        Some("keep_last") => "Dieser gilt, jener nicht.",
        Some("refuse") => "Keiner von beiden wird übernommen.",
        Some(_) => "Jener gilt, dieser nicht.",
        None => "Legen Sie fest, welcher gilt.",
    };
    format!("{found} {settled}")
}

/// The earlier of two values counts.
pub const KEEP_FIRST: &str = "Der erste gilt";
/// The later of two values counts.
pub const KEEP_LAST: &str = "Der letzte gilt";
/// Neither of two values counts.
pub const KEEP_NEITHER: &str = "Keiner wird übernommen";

/// A share outside 0 to 100.
pub fn outside_range(value: f64) -> String {
    format!("{} % liegt außerhalb von 0 bis 100 %. Bitte prüfen.", number(value))
}

/// Fewer than nothing.
pub fn negative_count(value: f64) -> String {
    format!("{} ist kleiner als null, gezählt werden kann aber nicht weniger als nichts. Bitte prüfen.", number(value))
}

/// A part of what can only be counted whole.
pub fn fraction_of_count(value: f64) -> String {
    format!(
        "{} hat Nachkommastellen, gezählt wird aber in Ganzen. Vielleicht gilt hier ein anderes Zahlenzeichen. Bitte prüfen.",
        number(value)
    )
}

/// A change that stands out.
pub fn jump(before: f64, before_period: &str, value: f64, usual: f64) -> String {
    format!(
        "Auffälliger Sprung: {before_period} waren es {}, jetzt {}; üblich ist in dieser Tabelle eine Veränderung um {}. \
         Der Wert wird übernommen. Bitte prüfen.",
        number(before),
        number(value),
        number(usual)
    )
}

/// All values moved by the same factor.
pub fn all_jump(indicator: &str, before_period: &str, factor: f64) -> String {
    let moved = if factor >= 1.0 {
        format!("auf das {}-Fache", decimal(factor, 1))
    } else {
        format!("auf den {}. Teil", decimal(1.0 / factor, 0))
    };
    format!(
        "{indicator}: Die Werte haben sich gegenüber {before_period} in der Mehrzahl der Gebiete {moved} verändert. \
         Prüfen Sie Dezimalzeichen, Einheit und Abgrenzung."
    )
}

/// A value that does not follow from its parts.
pub fn differs_from_parts(value: f64, computed: f64) -> String {
    format!("Der Wert {} folgt nicht aus Zähler und Nenner: das ergäbe {}.", number(value), decimal(computed, 2))
}

/// A share beside the counts that it should follow from.
pub fn differs_from_counts(value: f64, computed: f64, numerator: &str, denominator: &str, stored: bool) -> String {
    let origin = if stored { "aus dem Projekt" } else { "aus dieser Tabelle" };
    format!(
        "Der Wert {} folgt nicht aus „{numerator}“ und „{denominator}“ {origin}: das ergäbe {}.",
        number(value),
        decimal(computed, 2)
    )
}

/// A total that is no sum: level, sum and areas without value of each level that does not add up.
pub fn total_is_not_sum(
    indicator: &str,
    total: f64,
    sums: &[(AreaLevel, f64, u32)],
    rounded_to: Option<u32>,
) -> String {
    let gap = |without: u32| match without {
        0 => String::new(),
        n => format!(", {} ohne Wert", count(n)),
    };
    let sum = |&(level, sum, without): &(AreaLevel, f64, u32)| {
        format!("{} {}{}", area_level_plural(level), number(sum), gap(without))
    };
    let sums = sums.iter().map(sum).collect::<Vec<_>>().join("; ");
    let why = match rounded_to {
        Some(base) => format!("Die Werte sind auf {base} gerundet, die Abweichung liegt im Rahmen der Rundung."),
        None => "Beides bleibt wie veröffentlicht.".to_owned(),
    };
    format!("{indicator}: Die veröffentlichte Summe {} ist nicht die Summe der Gebiete ({sums}). {why}", number(total))
}

/// A suppressed cell behind a total.
pub fn recoverable_from_total(total: CellRef, parts: u32) -> String {
    format!(
        "Der gesperrte Wert ließe sich aus der Summe in Zelle {total} und {} weiteren Werten errechnen. Geben Sie die \
         Tabelle so nicht weiter.",
        count(parts)
    )
}

/// A suppressed cell behind a share and its denominator.
pub fn recoverable_from_share(from: &[CellRef]) -> String {
    let cells: Vec<String> = from.iter().map(ToString::to_string).collect();
    format!(
        "Der gesperrte Wert ließe sich aus {} errechnen. Geben Sie die Tabelle so nicht weiter.",
        match cells.as_slice() {
            [one] => format!("Zelle {one}"),
            several => format!("den Zellen {}", several.join(", ")),
        }
    )
}

/// A decimal mark that an earlier file of the kind has decided.
pub fn remembered_mark(header: &str, comma: bool, sample: Option<(&str, f64)>) -> String {
    let mark = if comma { "Dezimalkomma" } else { "Dezimalpunkt" };
    let example = sample.map(|(text, value)| format!(" „{text}“ ist damit {}.", number(value)));
    format!(
        "Spalte „{header}“ lässt zwei Lesarten zu. Gelesen mit {mark}, wie in der gemerkten Zuordnung.{}",
        example.unwrap_or_default()
    )
}

/// Areas of the last file of this kind.
pub fn areas_missing(file: &str, names: &[String]) -> String {
    match names {
        [one] => format!("Gegenüber „{file}“ fehlt ein Gebiet: {one}."),
        _ => format!("Gegenüber „{file}“ fehlen {} Gebiete: {}.", count(names.len() as u64), shortened_list(names)),
    }
}

/// Periods of the last file of this kind.
pub fn periods_missing(file: &str, labels: &[String]) -> String {
    match labels {
        [one] => format!("Gegenüber „{file}“ fehlt ein Stand: {one}. Seine Werte bleiben im Projekt."),
        _ => format!(
            "Gegenüber „{file}“ fehlen {} Stände: {}. Ihre Werte bleiben im Projekt.",
            count(labels.len() as u64),
            shortened_list(labels)
        ),
    }
}

/// Indicators of the last file of this kind.
pub fn indicators_missing(file: &str, names: &[String]) -> String {
    match names {
        [one] => format!("Gegenüber „{file}“ fehlt ein Indikator: {one}."),
        _ => format!("Gegenüber „{file}“ fehlen {} Indikatoren: {}.", count(names.len() as u64), shortened_list(names)),
    }
}

/// Rows beside the table.
pub fn rows_not_read(first: u32, last: u32) -> String {
    if first == last {
        format!("Zeile {} liegt außerhalb der gelesenen Zeilen, enthält aber Zahlen.", row_name(first))
    } else {
        format!(
            "Die Zeilen {} bis {} liegen außerhalb der gelesenen Zeilen, enthalten aber Zahlen.",
            row_name(first),
            row_name(last)
        )
    }
}

/// Letters in an old encoding.
pub fn old_encoding(encoding: &str, sample: &[String]) -> String {
    if sample.is_empty() {
        return format!("Die Datei ist in {encoding} gespeichert.");
    }
    format!("Die Datei ist in {encoding} gespeichert. Stimmen die Umlaute? {}", sample.join(", "))
}

/// A table beside the one that is read.
pub fn table_beside() -> String {
    "Hier beginnt daneben eine weitere Tabelle. Ihre Werte werden nicht mitgelesen. Lesen Sie die Datei dafür noch \
     einmal ein und wählen Sie diese Spalten."
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
    let spans = spans(rows.iter().copied()).into_iter().take(LISTED + 1);
    let named: Vec<String> = spans.map(|span| span_text(span, row_name)).collect();
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
    let spans = spans(all).into_iter().take(LISTED + 1);
    let named: Vec<String> = spans.map(|span| span_text(span, column_name)).collect();
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

/// Cells whose value a formula has computed.
pub fn formula_cells(sheet: &str, cells: u32, first: CellRef) -> String {
    let found = match cells {
        1 => format!("steht in Zelle {first} eine Formel"),
        n => format!("stehen in {} Zellen Formeln, zuerst in {first}", count(n)),
    };
    format!("Im Blatt „{sheet}“ {found}. Gelesen wird das Ergebnis, das beim letzten Speichern der Mappe dort stand.")
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

/// Entries of a list that are named.
const LISTED: usize = 5;

fn shortened_list(entries: &[String]) -> String {
    match entries.get(..LISTED).filter(|_| entries.len() > LISTED) {
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

/// Another unit in the cells than the indicator has.
pub fn ask_cell_unit(header: &str, unit: &str, card_unit: &str, factor: Option<f64>) -> String {
    let card = if card_unit.is_empty() {
        "der Indikator zählt ohne Einheit".to_owned()
    } else {
        format!("der Indikator hat die Einheit „{card_unit}“")
    };
    let asked = match factor {
        Some(factor) => format!("Sind die Werte mit {} malzunehmen?", number(factor)),
        None => "Sollen die Zahlen wie geschrieben gelten?".to_owned(),
    };
    format!("Die Zellen der Spalte „{header}“ nennen „{unit}“, {card}. {asked}")
}

/// A factor of an earlier file that the numbers of this one do not seem to need.
pub fn ask_remembered_factor(header: &str, factor: f64) -> String {
    format!(
        "Die Zahlen der Spalte „{header}“ wurden beim vorigen Mal mit {} malgenommen. Diesen sieht \
         man nicht an, dass das wieder gilt. Wie sind sie zu lesen?",
        number(factor)
    )
}

/// `„1250“ ist malgenommen 1.250.000, sonst 1.250`
pub fn factor_sample(text: &str, with: f64, without: f64) -> String {
    format!("„{text}“ ist malgenommen {}, sonst {}", number(with), number(without))
}

/// A question and the values that it is about.
pub fn question_with_values(question: &str, values: &[String]) -> String {
    if values.is_empty() { question.to_owned() } else { format!("{question} {}.", values.join("; ")) }
}

/// Values with footnote marks.
pub fn ask_footnotes(cells: u32, first: CellRef, text: &str, value: f64) -> String {
    let value = number(value);
    match cells {
        1 => format!("„{text}“ in {first} ist vermutlich {value} mit einem Fußnotenzeichen. Gilt der Wert?"),
        n => format!(
            "{} Zellen tragen hinter der Zahl ein Fußnotenzeichen, zuerst {first}: „{text}“ ist dann {value}. Gelten diese Werte?",
            count(n)
        ),
    }
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

/// An area that the project knows on other levels.
pub fn ask_area_on_other_level(label: &str, level: AreaLevel, known: &[AreaLevel]) -> String {
    format!("{} Welche Ebene ist gemeint?", area_on_other_level(label, level, known))
}

/// Areas that the project knows on other levels.
pub fn ask_areas_on_other_levels(n: usize) -> String {
    format!(
        "{} Gebiete gibt es im Projekt nur auf anderen Ebenen als der ihrer Zeile. Welche Ebene ist gemeint?",
        count(i64::try_from(n).unwrap_or(i64::MAX))
    )
}

/// Rows whose name stands on several levels.
pub fn ask_row_levels(labels: &[&str]) -> String {
    let mut names: Vec<String> = Vec::new();
    for label in labels {
        if !names.iter().any(|name| name == label) {
            names.push((*label).to_owned());
        }
    }
    match names.as_slice() {
        [one] => format!("„{one}“ gibt es auf mehreren Ebenen. Auf welcher liegen die Zeilen mit diesem Namen?"),
        _ => format!(
            "Diese Namen gibt es auf mehreren Ebenen: {}. Auf welcher liegt jede Zeile?",
            shortened_list(&names)
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
pub fn ask_period(headers: &[String]) -> String {
    match headers {
        [one] => format!("Zu welchem Stand gehören die Werte der Spalte „{one}“?"),
        [first, ..] => {
            let n = count(i64::try_from(headers.len()).unwrap_or(i64::MAX));
            format!("Zu welchem Stand gehören die Werte von {n} Spalten, zuerst „{first}“?")
        }
        [] => "Zu welchem Stand gehören die Werte?".into(),
    }
}

/// Rows with more cells than headings.
pub fn ask_long_rows(rows: u32, first: CellRef, (cells, headings): (u16, u16), separator: char) -> String {
    let which = match rows {
        1 => format!("Zeile {} hat {cells} Zellen, Überschriften gibt es {headings}.", first.row + 1),
        n => format!(
            "{} Zeilen haben mehr Zellen als Überschriften, zuerst Zeile {}: {cells} statt {headings}.",
            count(n),
            first.row + 1
        ),
    };
    let why = match separator {
        ',' => {
            " Trennt das Komma hier die Spalten und zugleich die Dezimalstellen, stehen die Werte in falschen Spalten: \
             Dann hilft nur eine Datei mit Semikolon."
        }
        _ => " Womöglich stehen die Werte dort in falschen Spalten.",
    };
    format!("{which}{why} Was soll mit diesen Zeilen geschehen?")
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

/// Rows that are sums of others; `silent` are those that only their values tell.
pub fn ask_subtotals(labels: &[String], silent: &[String]) -> String {
    match (labels, silent) {
        ([one], [_]) => format!(
            "Die Werte von „{one}“ sind die Summen der Zeilen daneben. Ist die Zeile eine Zwischensumme und bleibt aus?"
        ),
        (_, [_, ..]) => format!(
            "Die Werte von {} Zeilen sind die Summen der Zeilen daneben: {}. Sind diese Zeilen Zwischensummen und \
             bleiben aus?",
            count(silent.len() as u64),
            shortened_list(silent)
        ),
        ([one], []) => format!(
            "„{one}“ ist nach der Bezeichnung eine Zwischensumme und wird ausgelassen. Soll die Zeile mitgelesen werden?"
        ),
        (_, []) => format!(
            "{} Zeilen sind nach der Bezeichnung Zwischensummen und werden ausgelassen: {}. Sollen sie mitgelesen werden?",
            count(labels.len() as u64),
            shortened_list(labels)
        ),
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

/// A new indicator that is called nearly as one of the project.
pub fn ask_similar_indicator(name: &str, known: &str) -> String {
    format!("„{name}“ wäre ein neuer Indikator. Im Projekt gibt es „{known}“: Ist es derselbe?")
}

/// Different values for the same place.
pub fn ask_duplicates(cells: u32, first: CellRef, again: CellRef) -> String {
    match cells {
        1 => format!(
            "In den Zellen {first} und {again} stehen verschiedene Werte für dasselbe Gebiet, denselben Indikator und Stand. Welcher gilt?"
        ),
        n => format!(
            "{} Zellen widersprechen einer früheren Zelle für dasselbe Gebiet, denselben Indikator und Stand, zuerst {first} und {again}. Welche gilt?",
            count(n)
        ),
    }
}

/// Columns that were not there before.
pub fn ask_new_columns(headers: &[String]) -> String {
    match headers {
        [one] => format!("Die Spalte „{one}“ ist neu gegenüber der gemerkten Zuordnung. Soll sie ungelesen bleiben?"),
        _ => format!(
            "{} Spalten sind neu gegenüber der gemerkten Zuordnung: {}. Sollen sie ungelesen bleiben?",
            count(headers.len() as u64),
            shortened_list(headers)
        ),
    }
}

/// Columns that are gone.
pub fn ask_missing_columns(headers: &[String]) -> String {
    match headers {
        [one] => format!("Die Spalte „{one}“ der gemerkten Zuordnung fehlt in dieser Datei. Ohne sie fortfahren?"),
        _ => format!(
            "{} Spalten der gemerkten Zuordnung fehlen in dieser Datei: {}. Ohne sie fortfahren?",
            count(headers.len() as u64),
            shortened_list(headers)
        ),
    }
}

/// Headings of the list of checks, for people.
pub const CHECK_LIST: [&str; 6] = ["Datei", "Blatt", "Zelle", "Gewicht", "Art", "Hinweis"];

/// Kinds of issues and questions by their codes, in few words.
const KINDS: [(&str, &str); 82] = [
    ("not_a_number", "keine Zahl"),
    ("other_number_form", "andere Zahlenform"),
    ("undecided_mark", "Dezimalzeichen offen"),
    ("remembered_mark", "Dezimalzeichen gemerkt"),
    ("remembered_factor", "Faktor gemerkt"),
    ("too_large", "zu große Zahl"),
    ("exponent", "Kurzschreibweise"),
    ("date_instead_of_number", "Datum statt Zahl"),
    ("formula_without_result", "Formel ohne Ergebnis"),
    ("error_cell", "Fehlerwert"),
    ("percent_sign", "Prozentzeichen"),
    ("other_unit", "andere Einheit"),
    ("without_unit", "ohne Einheit"),
    ("footnote_mark", "Fußnotenzeichen"),
    ("unknown_area", "Gebiet unbekannt"),
    ("area_on_other_level", "Gebiet auf anderer Ebene"),
    ("ambiguous_area", "Gebiet mehrdeutig"),
    ("no_area", "ohne Gebiet"),
    ("long_name", "zu langer Name"),
    ("tables_on_other_sheets", "Tabellen auf anderen Blättern"),
    ("area_from_above", "Gebiet wie darüber"),
    ("skipped_area", "Gebiet ausgelassen"),
    ("subtotal", "Zwischensumme"),
    ("sum_of_rows", "Zwischensumme nach Werten"),
    ("subtotal_is_not_sum", "Zwischensumme weicht ab"),
    ("key_restored", "Schlüssel ergänzt"),
    ("other_spelling", "andere Schreibweise"),
    ("key_and_name_disagree", "Schlüssel und Name verschieden"),
    ("row_without_values", "Zeile ohne Werte"),
    ("period_not_read", "Stand nicht lesbar"),
    ("unknown_indicator", "Indikator unbekannt"),
    ("duplicate", "Wert doppelt"),
    ("outside_range", "außerhalb des Bereichs"),
    ("negative_count", "negative Anzahl"),
    ("fraction_of_count", "Anzahl mit Nachkommastellen"),
    ("jump", "Sprung"),
    ("all_jump", "Sprung aller Werte"),
    ("differs_from_parts", "weicht von Zähler und Nenner ab"),
    ("differs_from_counts", "weicht von den Zahlen ab"),
    ("total_is_not_sum", "Summe weicht ab"),
    ("recoverable_from_total", "aus Summe errechenbar"),
    ("recoverable_from_share", "aus Anteil errechenbar"),
    ("areas_missing", "Gebiete fehlen"),
    ("periods_missing", "Stände fehlen"),
    ("indicators_missing", "Indikatoren fehlen"),
    ("rows_not_read", "Zeilen nicht gelesen"),
    ("table_beside", "weitere Tabelle"),
    ("old_encoding", "alte Zeichenkodierung"),
    ("garbled_letters", "Umlaute beschädigt"),
    ("open_quote", "Anführungszeichen offen"),
    ("hidden_sheet", "ausgeblendetes Blatt"),
    ("hidden_rows", "ausgeblendete Zeilen"),
    ("formula_cells", "Formeln"),
    ("repeated_cells", "Zellen doppelt"),
    ("hidden_columns", "ausgeblendete Spalten"),
    ("no_heading", "ohne Überschrift"),
    ("same_heading", "gleiche Überschrift"),
    ("named_by_file", "Name aus der Datei"),
    ("other_spelling_of_indicator", "Indikator anders geschrieben"),
    ("similar_indicator", "ähnlicher Indikator"),
    ("long_row", "Zeile zu lang"),
    ("long_rows", "Zeilen zu lang"),
    ("decimal_mark", "Dezimalzeichen"),
    ("shares_as_fractions", "Anteile als Bruch"),
    ("cell_unit", "Einheit in den Zellen"),
    ("footnotes", "Fußnotenzeichen"),
    ("unknown_areas", "Gebiete unbekannt"),
    ("areas_on_other_levels", "Gebiete auf anderen Ebenen"),
    ("row_levels", "Ebene einzelner Zeilen"),
    ("ambiguous_areas", "Gebiete mehrdeutig"),
    ("area_level", "Ebene der Gebiete"),
    ("area_blocks", "Zeilen anderer Ebenen"),
    ("period", "Stand"),
    ("no_area_column", "keine Gebietsspalte"),
    ("no_value_column", "keine Wertespalte"),
    ("header_changed", "Kopf geändert"),
    ("nil_sign", "Zeichen „-“"),
    ("subtotals", "Zwischensummen"),
    ("unknown_indicators", "Indikatoren unbekannt"),
    ("duplicates", "Werte doppelt"),
    ("new_columns", "neue Spalten"),
    ("missing_columns", "fehlende Spalten"),
];

/// The kind of an issue or question in a few words, by its code.
pub fn kind(code: &str) -> &str {
    KINDS.iter().find(|(known, _)| *known == code).map_or(code, |(_, words)| words)
}

/// How much an issue matters, in the list of checks; by the code of the severity.
pub fn severity(code: &str) -> &'static str {
    match code {
        "info" => "Hinweis",
        "check" => "Prüfen",
        "question" => "Frage",
        "open" => "Offen",
        _ => "Nicht übernommen",
    }
}

/// First lines of a stored mapping.
pub fn mapping_comment() -> &'static str {
    "# Zuordnung: wie diese Tabelle gelesen wurde. Zeilen und Spalten zählen ab 0.\n"
}
