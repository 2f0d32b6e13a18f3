//! Labels of documents: titles, headers of tables, captions, notes.

use crate::domain::{Euro, Massnahme};
use crate::text::{NBSP, decimal, euro};

/// `M-05`
pub fn measure_number(number: u32) -> String {
    format!("M-{number:02}")
}

/// `M-05 „Elterncafé“`
pub fn measure_reference(number: u32, title: &str) -> String {
    format!("{} „{}“", measure_number(number), super::brackets(title))
}

/// Title of the document.
pub fn document_title(area: &str) -> String {
    format!("Handlungsprogramm {area}")
}

/// Subtitle by the years.
pub fn document_subtitle(first: i16, last: i16, short: bool) -> String {
    let kind = if short { "Kurzfassung" } else { "Langfassung" };
    format!("{kind} für die Jahre {first} bis {last}")
}

/// Mark of every page where something is invented.
pub const DEMONSTRATION_MARK: &str = "Beispieldaten – erfundene Werte";

/// Notice on the first page where something is invented.
pub const DEMONSTRATION_NOTICE: &str = "Dieses Dokument enthält erfundene Beispieldaten. Es zeigt die Arbeitsweise und darf nicht als Aussage über ein wirkliches Gebiet verwendet werden.";

/// Author named on documents.
pub const AUTHOR: &str = "Sozialplanung";

/// Labels of the facts on the title page.
pub mod front {
    /// The area.
    pub const AREA: &str = "Aktionsraum";
    /// Its Stadtbezirk.
    pub const BEZIRK: &str = "Stadtbezirk";
    /// Years of the programme.
    pub const YEARS: &str = "Programmzeitraum";
    /// State of the work.
    pub const STATE: &str = "Stand der Bearbeitung";
    /// Period of the data.
    pub const DATA: &str = "Datenstand";
    /// Date of the document.
    pub const DATE: &str = "Ausgegeben am";
    /// The project.
    pub const PROJECT: &str = "Projekt";
}

/// No ranking: no data state.
pub const NO_DATA_STATE: &str = "ohne Rangfolge";

/// Headings that only documents have.
pub mod heading {
    /// The plan of measures.
    pub const MEASURES: &str = "Prioritäten und Maßnahmenplan";
    /// Fact sheets.
    pub const SHEETS: &str = "Maßnahmensteckbriefe";
    /// Costs.
    pub const COSTS: &str = "Kostenplan";
    /// Money.
    pub const FUNDING: &str = "Finanzierungsplan";
    /// Time.
    pub const TIME: &str = "Zeitplan";
    /// How it was computed.
    pub const METHOD: &str = "So wurde gerechnet";
    /// Sources.
    pub const SOURCES: &str = "Quellen";
    /// Gaps.
    pub const GAPS: &str = "Nicht ausgewiesene Werte und nicht gewertete Gebiete";
}

/// A section that only the planner can write and has not.
pub fn empty_section() -> String {
    "Dieser Abschnitt ist noch nicht geschrieben.".to_owned()
}

/// There are no goals.
pub fn no_goals() -> String {
    "Ziele sind noch nicht festgelegt.".to_owned()
}

/// There are no measures.
pub fn no_measures() -> String {
    "Maßnahmen sind noch nicht angelegt.".to_owned()
}

/// How effects are looked at, with the numbers of the measures that lack something for it.
pub fn steering_opening(lacking: &[String], of: usize) -> String {
    const OPENING: &str = "Die Wirkung wird an den Indikatoren der Ziele und Maßnahmen geprüft.";
    const PARTS: &str = "Wirkungshypothese, Indikator, Ausgangs- und Zielwert und den Zeitpunkt der Prüfung";
    let lack = match lacking.len() {
        0 if of == 1 => return format!("{OPENING} Die Maßnahme nennt {PARTS}."),
        0 => return format!("{OPENING} Jede Maßnahme nennt {PARTS}."),
        _ if of == 1 => "Bei der Maßnahme".to_owned(),
        all if all == of => format!("Bei allen {of} Maßnahmen"),
        1 => format!("Bei einer von {of} Maßnahmen ({})", lacking.join(", ")),
        some => format!("Bei {some} von {of} Maßnahmen ({})", lacking.join(", ")),
    };
    format!("{OPENING} Jede Maßnahme soll {PARTS} nennen. {lack} ist davon noch etwas offen.")
}

/// Captions of tables and figures.
pub mod caption {
    /// Indicators.
    pub fn indicators(area: &str) -> String {
        format!("Indikatoren für {area} im Vergleich")
    }
    /// Actors.
    pub fn actors() -> String {
        "Akteure im Aktionsraum".to_owned()
    }
    /// Goals.
    pub fn goals() -> String {
        "Ziele mit Indikator, Ausgangs- und Zielwert".to_owned()
    }
    /// Measures.
    pub fn measures() -> String {
        "Maßnahmenplan".to_owned()
    }
    /// Costs.
    pub fn costs() -> String {
        "Kosten je Jahr und Kostenart".to_owned()
    }
    /// Money.
    pub fn funding() -> String {
        "Finanzierung je Jahr und Quelle".to_owned()
    }
    /// Cost and money per measure.
    pub fn money_by_measure() -> String {
        "Kosten und Finanzierung je Maßnahme".to_owned()
    }
    /// Time.
    pub fn time() -> String {
        "Zeitplan der Maßnahmen nach Quartalen".to_owned()
    }
    /// Funding chart.
    pub fn funding_chart() -> String {
        "Finanzierung je Jahr nach Quelle".to_owned()
    }
    /// Trend, of the area alone or beside the city.
    pub fn trend(indicator: &str, area: &str, beside_city: bool) -> String {
        let city = if beside_city { " und Gesamtstadt" } else { "" };
        format!("{indicator}: {area}{city} im Zeitverlauf")
    }
    /// All ranked areas in one indicator.
    pub fn comparison(indicator: &str) -> String {
        format!("{indicator} in allen gewerteten Gebieten, geordnet vom belastetsten Wert aus")
    }
    /// Rank chart.
    pub fn ranks() -> String {
        "Rangfolge des Handlungsbedarfs mit Spannen".to_owned()
    }
    /// Overlaps.
    pub fn overlaps() -> String {
        "Abgleich mit vorhandenen Angeboten und anderen Maßnahmen".to_owned()
    }
    /// Steering.
    pub fn effects() -> String {
        "Wirkungsprüfung der Maßnahmen".to_owned()
    }
    /// Sheet.
    pub fn sheet(number: &str, title: &str) -> String {
        format!("Steckbrief {number} {title}")
    }
    /// Recipe.
    pub fn recipe() -> String {
        "Indikatoren und Gewichte des Rezepts".to_owned()
    }
    /// Sources.
    pub fn sources() -> String {
        "Verwendete Quellen".to_owned()
    }
    /// Gaps.
    pub fn gaps() -> String {
        "Werte, die nicht ausgewiesen sind".to_owned()
    }
    /// Areas left out.
    pub fn left_out() -> String {
        "Nicht gewertete Gebiete".to_owned()
    }
}

/// Headers of tables.
pub mod columns {
    /// The period that a row speaks of.
    pub const PERIOD: &str = "Stand";
    /// Indicators.
    pub const INDICATORS: [&str; 7] =
        ["Indikator", "Stand", "Aktionsraum", "Stadtbezirk", "Stadt", "Platz", "Veränderung"];
    /// Actors.
    pub const ACTORS: [&str; 3] = ["Akteur", "Art", "Beitrag"];
    /// Goals.
    pub const GOALS: [&str; 5] = ["Ziel", "Indikator", "Ausgangswert", "Zielwert", "bis"];
    /// Measures.
    pub const MEASURES: [&str; 7] = ["Nr.", "Maßnahme", "Handlungsfeld", "Träger", "Laufzeit", "Kosten", "Stand"];
    /// Cost and money per measure.
    pub const MONEY: [&str; 5] = ["Nr.", "Maßnahme", "Kosten", "Finanzierung", "offen"];
    /// Overlaps.
    pub const OVERLAPS: [&str; 4] = ["Nr.", "Vorhandene Struktur", "Entscheidung", "Begründung"];
    /// Effects.
    pub const EFFECTS: [&str; 5] = ["Nr.", "Wirkungshypothese", "Indikator", "Ausgang → Ziel", "Prüfung"];
    /// Sheets.
    pub const SHEET: [&str; 2] = ["Merkmal", "Angabe"];
    /// Recipe.
    pub const RECIPE: [&str; 4] = ["Indikator", "Belasteter ist", "Gewicht", "Dimension"];
    /// Sources.
    pub const SOURCES: [&str; 4] = ["Datei", "Quelle", "Eingelesen", "Prüfsumme (SHA-256)"];
    /// Gaps.
    pub const GAPS: [&str; 4] = ["Indikator", "Gebiet", "Stand", "Grund"];
    /// Areas left out.
    pub const LEFT_OUT: [&str; 2] = ["Gebiet", "Grund"];
    /// First header of cost tables.
    pub const COST_KIND: &str = "Kostenart";
    /// First header of money tables.
    pub const SOURCE: &str = "Quelle";
    /// Last header of sums.
    pub const SUM: &str = "Summe";
}

/// Names of the sheets of a workbook: at most 31 characters.
#[allow(missing_docs)]
pub mod workbook {
    /// Head of the column with the signs of another: `Wert (Zeichen)`
    pub fn sign_of(column: &str) -> String {
        format!("{column} (Zeichen)")
    }

    pub const OVERVIEW: &str = "Überblick";
    pub const INDICATORS: &str = "Indikatoren";
    pub const GOALS: &str = "Ziele";
    pub const MEASURES: &str = "Maßnahmen";
    pub const COSTS: &str = "Kosten";
    pub const FUNDING: &str = "Finanzierung";
    pub const FACT: &str = "Merkmal";
    pub const VALUE: &str = "Angabe";
    pub const UNIT: &str = "Einheit";
    pub const PLACE: &str = "Platz";
    pub const CHANGE: &str = "Veränderung";
    pub const SINCE: &str = "seit";
    pub const CELL: &str = "Herkunft";
    pub const KIND: &str = "Art";
    pub const LEITZIEL: &str = "Leitziel";
    pub const HANDLUNGSZIEL: &str = "Handlungsziel";
    pub const GOAL: &str = "Ziel";
    pub const START: &str = "Ausgangswert";
    pub const TARGET: &str = "Zielwert";
    pub const UNTIL: &str = "bis";
    pub const NUMBER: &str = "Nr.";
    pub const MEASURE: &str = "Maßnahme";
    pub const BEGIN: &str = "Beginn";
    pub const END: &str = "Ende";
    pub const STATE: &str = "Stand";
    pub const LEFT: &str =
        "Wo mehr ausgegeben als bewilligt ist, ist nichts mehr verfügbar; in der Summe ist es abgezogen.";
    /// Of workbooks only: files without formulas do not say it.
    pub const SUMS: &str = "Summen und offene Beträge sind Formeln und rechnen mit, wenn Beträge geändert werden.";

    /// Whether a note speaks of the formulas of a workbook.
    pub fn is_of_formulas(note: &str) -> bool {
        note == SUMS
    }
}

/// Persons to contact at the end of a document.
#[allow(missing_docs)]
pub mod contacts {
    pub const HEADING: &str = "Kontaktpersonen";
    pub const COLUMNS: [&str; 6] = ["Organisation", "Funktion", "Name", "Erreichbar", "Zweck", "zu löschen am"];

    /// Caption of the table.
    pub fn caption(area: &str) -> String {
        format!("Kontaktpersonen im Aktionsraum {area}")
    }

    /// Above the table.
    pub fn personal() -> String {
        "Diese Seite enthält personenbezogene Daten. Geben Sie sie nur weiter, wenn der Empfänger sie für den genannten \
         Zweck braucht, und löschen Sie sie am genannten Tag."
            .to_owned()
    }

    /// Persons left out because their data should have been deleted.
    pub fn overdue(count: usize) -> String {
        match count {
            1 => "Eine Kontaktperson fehlt, weil ihr Löschdatum erreicht ist.".to_owned(),
            count => format!("{count} Kontaktpersonen fehlen, weil ihr Löschdatum erreicht ist."),
        }
    }

    /// Instead of the table.
    pub fn none(left_out: usize) -> String {
        let rest = if left_out == 0 { String::new() } else { format!(" {}", overdue(left_out)) };
        format!("Keine Kontaktpersonen erfasst.{rest}")
    }
}

/// Sheets of a workbook about what stands around the plan.
#[allow(missing_docs)]
pub mod practice {
    pub const MILESTONES: &str = "Meilensteine";
    pub const SCENARIOS: &str = "Szenarien";
    pub const SCENARIO: &str = "Szenario";
    pub const SERVICES: &str = "Angebote";
    pub const ACTORS: &str = "Akteure";
    pub const EVENTS: &str = "Veranstaltungen";
    pub const REACHED: &str = "Erreicht";
    pub const THESES: &str = "Thesen";
    pub const IDEAS: &str = "Ideen";
    pub const HELPERS: &str = "Mitwirkung";
    pub const BOARD: &str = "Einschätzungen";
    pub const EXPERIENCE: &str = "Erfahrungen";
    pub const OFFICE: &str = "Aktionsbüro";
    pub const PROCEDURE: &str = "Verfahren";
    pub const STEP: &str = "Schritt";
    pub const RESPONSIBLE: &str = "Zuständig";
    pub const DATE: &str = "Termin";
    pub const RESULT: &str = "Ergebnis des Schritts";
    pub const NOTE: &str = "Anmerkung";
    pub const DECISIONS: &str = "Beschlüsse";
    pub const WORDING: &str = "Wortlaut";
    pub const MONITORING: &str = "Monitoring";
    pub const OF: &str = "Ziel oder Maßnahme";
    pub const PERIOD: &str = "Datenstand";
    pub const SPENDING: &str = "Mittel";
    pub const YEAR: &str = "Jahr";

    /// Below the services.
    pub fn usage_note() -> String {
        "Auslastung in Prozent der Plätze; über 100 mit Warteliste. Quelle: eigene Aufzeichnungen.".to_owned()
    }

    /// Below the organisations.
    pub fn no_persons() -> String {
        "Genannt werden Organisationen, keine Personen. Quelle: eigene Aufzeichnungen.".to_owned()
    }
}

/// Header of the table of intervals.
pub fn interval_columns() -> [&'static str; 3] {
    ["Rang", "Gebiet", "Spanne"]
}

/// Header of the table of the time plan.
pub fn gantt_columns() -> [&'static str; 4] {
    ["Nr.", "Maßnahme", "Beginn", "Ende"]
}

/// Rows of sums.
pub mod sum {
    /// All cost.
    pub const COSTS: &str = "Kosten gesamt";
    /// All money.
    pub const FUNDING: &str = "Finanzierung gesamt";
    /// Cost without money.
    pub const OPEN: &str = "noch offen";
    /// Sum row.
    pub const TOTAL: &str = "Summe";
}

/// Description of tables for readers who cannot see them.
pub fn table_description(caption: &str, rows: usize) -> String {
    format!("Tabelle: {caption}. {}.", super::counted(rows, "Zeile", "Zeilen"))
}

/// Nobody has entered costs yet.
pub const NO_COSTS: &str = "Die Maßnahmen haben noch keine Kosten.";

/// Sentence over the money.
pub fn money_overview(costs: &str, funding: Euro, open: Euro, own: Euro, own_percent: Option<f64>) -> String {
    let share = own_percent.map_or_else(String::new, |share| format!(" ({}{NBSP}%)", decimal(share, 1)));
    let open = if open.cents == 0 {
        "Die Kosten sind vollständig mit Mitteln unterlegt.".to_owned()
    } else {
        format!("Noch ohne Mittel sind {}.", euro(open))
    };
    format!(
        "Die Maßnahmen kosten zusammen {costs}. Dem stehen Mittel von {} gegenüber, darin Eigenanteile von {}{share}. {open}",
        euro(funding),
        euro(own)
    )
}

/// Explanation of the signs under the indicator table.
pub fn signs_note() -> String {
    "Zeichen: – genau null; . geheim oder unbekannt; … folgt später; / nicht sicher genug; x nicht sinnvoll; ( ) eingeschränkt sicher; p vorläufig, r berichtigt, s geschätzt; leer: ohne Angabe.".to_owned()
}

/// Explanation of places and changes under the indicator table.
pub fn places_note(level: &str) -> String {
    format!(
        "Platz: im Vergleich der {level}, vom belastetsten Wert aus gezählt; bei Kontextindikatoren entfällt er. Veränderung: gegenüber dem ältesten vergleichbaren Stand; Reihenbrüche sind berücksichtigt."
    )
}

/// Source line.
pub fn source_note(sources: &[String], demonstration: bool) -> String {
    let sources = if sources.is_empty() { "siehe Methode und Quellen".to_owned() } else { sources.join("; ") };
    let invented = if demonstration { " Enthält Beispielwerte, erfunden." } else { "" };
    format!("Quelle: {}; eigene Berechnung.{invented}", sources.trim_end_matches('.'))
}

/// Source of plans.
pub fn plan_source() -> String {
    "Quelle: eigene Planung; Summen eigene Berechnung.".to_owned()
}

/// How the time plan is read.
pub fn gantt_note() -> String {
    "Quelle: eigene Planung. Schraffiert: geplant; gefüllt: abgestimmt oder weiter. Buchstabe: Handlungsfeld (A Arbeit, K Kinder, Z Zusammenhalt).".to_owned()
}

/// How the rank chart is read.
pub fn ranks_note(coverage: f64, cut: bool) -> String {
    let cut = if cut { " Gezeigt sind die ersten Ränge und der Aktionsraum." } else { "" };
    format!(
        "Punkt: Rang nach dem Rezept. Balken: Spanne, in der {} % der variierten Rechenwege liegen.{cut} Quelle: eigene Berechnung, siehe Methode und Quellen.",
        decimal(coverage, 0)
    )
}

/// An overlap without decision.
pub const NOT_DECIDED: &str = "noch zu entscheiden";

/// Explanation under the table of overlaps.
pub fn overlaps_note() -> String {
    "Verglichen werden Wortlaut, Zielgruppe, Handlungsfeld, Ort und Zeit; Grundsatz: vorhandene Strukturen nutzen, Parallelstrukturen vermeiden. Quelle: eigene Planung.".to_owned()
}

/// Dash of empty cells that are not data.
pub const NOT_SETTLED: &str = "noch offen";

/// Key measures are marked.
pub fn measure_title(massnahme: &Massnahme) -> String {
    if massnahme.schluesselmassnahme {
        format!("{} (Schlüsselmaßnahme)", massnahme.titel)
    } else {
        massnahme.titel.clone()
    }
}

/// Labels of a measure's sheet, in order.
pub mod sheet {
    /// Title.
    pub const TITLE: &str = "Titel";
    /// Field.
    pub const FIELD: &str = "Handlungsfeld";
    /// Goal.
    pub const GOAL: &str = "Handlungsziel";
    /// Target group.
    pub const TARGET: &str = "Zielgruppe";
    /// Problem.
    pub const PROBLEM: &str = "Problemlage";
    /// Description.
    pub const DESCRIPTION: &str = "Beschreibung";
    /// Carrier.
    pub const TRAEGER: &str = "Träger";
    /// Office.
    pub const OFFICE: &str = "Federführung";
    /// Others.
    pub const OTHERS: &str = "Beteiligte";
    /// Site.
    pub const SITE: &str = "Standort";
    /// Time.
    pub const TIME: &str = "Laufzeit";
    /// Cost.
    pub const COSTS: &str = "Kosten";
    /// Money.
    pub const FUNDING: &str = "Finanzierung";
    /// Open amount.
    pub const OPEN: &str = "Noch offen";
    /// Priority.
    pub const PRIORITY: &str = "Priorität";
    /// Dependencies.
    pub const DEPENDS: &str = "Abhängig von";
    /// Indicator.
    pub const INDICATOR: &str = "Indikator";
    /// Hypothesis.
    pub const HYPOTHESIS: &str = "Wirkungshypothese";
    /// Step of effect.
    pub const STEP: &str = "Wirkungsstufe";
    /// Check.
    pub const CHECK: &str = "Wirkungsprüfung";
    /// How it goes on.
    pub const CONTINUATION: &str = "Verstetigung";
    /// Decision.
    pub const DECISION: &str = "Beschlussstand";
}

/// From to.
pub fn span(from: &str, to: &str) -> String {
    format!("{from} bis {to}")
}

/// Why areas are not ranked, without numbers.
pub fn outside_recipe() -> String {
    "Es gehört nicht zu den Gebieten des Rezepts.".to_owned()
}

/// Every area of the recipe takes part.
pub fn nothing_left_out() -> String {
    "Kein Gebiet, für das das Rezept gilt, wurde ausgelassen.".to_owned()
}

/// Some areas do not take part.
pub fn some_left_out() -> String {
    "Gebiete, die nicht gewertet wurden, stehen mit dem Grund am Ende dieses Kapitels.".to_owned()
}

/// Left out by decision.
pub fn left_out_decision() -> String {
    "Es ist durch Entscheidung im Rezept ausgenommen.".to_owned()
}

/// Left out by population.
pub fn left_out_population() -> String {
    "Die Einwohnerzahl ist zu klein oder nicht bekannt.".to_owned()
}

/// Left out by missing values.
pub fn left_out_values() -> String {
    "Zu viele Indikatoren haben keinen Wert.".to_owned()
}

/// Left out because all is zero.
pub fn left_out_zero() -> String {
    "Alle Indikatoren sind genau null; die Quelle kennzeichnet so ausgenommene Gebiete.".to_owned()
}

/// Left out because too many values are zero.
pub fn left_out_many_zeros() -> String {
    "Zu viele Indikatoren sind genau null.".to_owned()
}

/// Import without a source note.
pub const NO_SOURCE_NOTE: &str = "Quelle nicht angegeben";

/// When a table was read that came with the template of the project.
pub const BUILT_IN: &str = "mit der Vorlage";

/// Mark of invented sources.
pub const INVENTED: &str = "Beispieldaten, erfunden";

/// A name with the mark of demonstration data, where it does not bear one already.
pub fn marked(name: &str, demonstration: bool) -> String {
    if demonstration && !name.contains("(Beispiel") { format!("{name} ({INVENTED})") } else { name.to_owned() }
}

/// Heading of the table of contents.
pub const CONTENTS: &str = "Inhalt";
/// Kind of caption.
pub const TABLE: &str = "Tabelle";
/// Kind of caption.
pub const FIGURE: &str = "Abbildung";
/// Before a page number.
pub const PAGE: &str = "Seite";
/// Between page number and number of pages.
pub const PAGE_OF: &str = "von";

/// Titles of the outline.
#[allow(missing_docs)]
pub mod title {
    pub const KURZFASSUNG: &str = "Kurzfassung";
    pub const EINLEITUNG: &str = "Einleitung";
    pub const AREA: &str = "Das Gebiet";
    pub const AREA_AND_CHOICE: &str = "Gebiet und Abgrenzung";
    pub const STRENGTHS: &str = "Stärken und Schwächen";
    pub const POPULATION: &str = "Situation der Bevölkerung";
    pub const FREIRAUM: &str = "Freiraum und Infrastruktur";
    pub const LOKALE_OEKONOMIE: &str = "Lokale Ökonomie";
    pub const PLANS_AND_ACTORS: &str = "Planungen, Projekte, Akteure";
    pub const PLANUNGEN: &str = "Erfahrungen, Planungen und Akteure";
    pub const STADTTEIL_CHECK: &str = "Stadtteil-Check";
    pub const STAERKEN_SCHWAECHEN: &str = "Stärken und Potenziale, Schwächen und Risiken";
    pub const GUIDELINES_AND_GOALS: &str = "Leitlinien, Handlungsfelder und Ziele";
    pub const GOALS_AND_FIELDS: &str = "Ziele, Handlungsfelder, Querschnittsaufgaben";
    pub const LEITLINIEN: &str = "Leitlinien, Handlungsfelder und Querschnittsaufgaben";
    pub const PLANS: &str = "Maßnahmen-, Kosten-, Finanzierungs- und Zeitplan";
    pub const MONITORING: &str = "Monitoring und Verstetigung";
    pub const ORGANISATION: &str = "Steuerung, Organisation, Verstetigung, Monitoring";
    pub const VERSTETIGUNG: &str = "Verstetigung";
    pub const ABGRENZUNG: &str = "Abgrenzung";
    pub const BEGRUENDUNG: &str = "Begründung der Auswahl";
    pub const BEVOELKERUNG: &str = "Bevölkerung";
    pub const ARBEIT_EINKOMMEN: &str = "Arbeit und Einkommen";
    pub const KINDER_FAMILIEN: &str = "Kinder und Familien";
    pub const ZUSAMMENLEBEN: &str = "Zusammenleben und Wohnen";
    pub const HANDLUNGSBEDARF: &str = "Handlungsbedarf";
    pub const STIMMEN: &str = "Stimmen vor Ort";
    pub const ANGEBOTE: &str = "Vorhandene Angebote";
    pub const ZIELE: &str = "Ziele";
    pub const MASSNAHMEN: &str = "Maßnahmen";
    pub const KOSTEN_ZEIT: &str = "Kosten, Finanzierung und Zeit";
    pub const AKTIONSBUERO: &str = "Aktionsbüro";
    pub const STEUERUNG: &str = "Steuerung und Wirkung";
    pub const METHODE: &str = "Methode und Quellen";
}

/// What a logo shows, for readers who cannot see it.
pub fn logo_of(organisation: &str) -> String {
    if organisation.is_empty() { "Logo".to_owned() } else { format!("Logo: {organisation}") }
}

/// Some characters are not in the font of the PDF.
pub const REPLACED_CHARACTERS: &str = "Zeichen, die die Schrift dieses Dokuments nicht enthält, stehen als □. Im Projekt und in der Word-Ausgabe sind sie unverändert.";

/// File name of a document that has no other.
pub const UNTITLED: &str = "Dokument";

/// Names of styles that word processors show beside their own.
#[allow(missing_docs)]
pub mod style {
    pub const NOTICE: &str = "Hinweis";
    pub const FRONT_MATTER: &str = "Titelangaben";
    pub const LEAD_IN: &str = "Listeneinleitung";
    pub const FIGURE: &str = "Abbildung";
    pub const TABLE_CAPTION: &str = "Tabellenbeschriftung";
    pub const TABLE_HEAD: &str = "Tabellenkopf";
    pub const TABLE_TEXT: &str = "Tabellentext";
    pub const SOURCE: &str = "Quelle";
    pub const ORGANISATION: &str = "Organisation";
    pub const LOGO: &str = "Logo";
    pub const TURN: &str = "Seitenwechsel";
    pub const TABLE: &str = "Berichtstabelle";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_that_lack_something_for_the_check_are_named() {
        let none = steering_opening(&[], 9);
        assert!(none.ends_with(
            "Jede Maßnahme nennt Wirkungshypothese, Indikator, Ausgangs- und Zielwert und den Zeitpunkt der Prüfung."
        ));
        let two = steering_opening(&["M-02".to_owned(), "M-09".to_owned()], 9);
        assert!(two.ends_with("Bei 2 von 9 Maßnahmen (M-02, M-09) ist davon noch etwas offen."), "{two}");
        assert!(!two.contains("Jede Maßnahme nennt"));
        let all = steering_opening(&["M-01".to_owned(), "M-02".to_owned()], 2);
        assert!(all.ends_with("Bei allen 2 Maßnahmen ist davon noch etwas offen."));
    }
}
