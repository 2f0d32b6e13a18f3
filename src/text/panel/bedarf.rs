//! Words of the panel Bedarf.

#![allow(missing_docs)]

pub mod recipe;
pub mod sensitivity;

use crate::domain::{AreaLevel, Imputation, PeriodChoice};
use crate::text::{NBSP, area_level_plural, count, decimal, percent, share_percent};

pub const TAB_RANKING: &str = "Rangfolge";
pub const TAB_CHOICE: &str = "Auswahl";
pub const TAB_VARIANTS: &str = "Vergleich der Varianten";
pub const TAB_SENSITIVITY: &str = "Empfindlichkeit";
pub const TAB_METHOD: &str = "So wurde gerechnet";
pub const COPY_TABLE: &str = "Als Tabelle kopieren";
pub const RANKING_FIGURE: &str = "Rangfolge nach Bedarf";
pub const PATH_TABLE: &str = "Stufen als Tabelle";
pub const TAKE_PATH: &str = "Rang nach Gewicht kopieren oder sichern";
pub const SHOW_PANE: &str = "Methode zeigen";
pub const DECIDE: &str = "Rangfolge beschließen …";
pub const DECIDE_NEEDS_RANKING: &str = "Es gibt noch keine gültige Rangfolge.";
pub const DECIDE_WAITS: &str = "Die Rangfolge wird noch berechnet.";

pub const DECIDED: &str = "Was wurde beschlossen";
pub const DECIDED_BY: &str = "Gremium und Begründung";
pub const RECORD: &str = "Im Verlauf festhalten";
pub const RECORD_NEEDS_WORDS: &str = "Sagen Sie, was beschlossen wurde.";
pub const CANCEL: &str = "Abbrechen";
pub const DECISION_NOTE: &str = "Rezept, Startwert und Kennung der Berechnung kommen von selbst dazu.";

pub const RANK: &str = "Rang";
pub const AREA: &str = "Gebiet";
pub const INDEX: &str = "Index";
pub const CONTRIBUTIONS: &str = "Beiträge zum Index";
pub const ALONE: &str = "ein Gebiet";
pub const ALONE_BEFORE_NEXT: &str = "ein Gebiet, sicher vor dem nächsten";
pub const NOT_RANKED: &str = "Nicht gewertet";
pub const WATCHED: &str = "beobachtet";
pub const WATCHED_HINT: &str = "Beobachtet, aber kein Mitglied der gültigen Auswahl.";
pub const NO_BORDER_CASES: &str = "Kein Gebiet liegt an der Grenze.";

pub const METHOD: &str = "Methode";
pub const RECIPE: &str = "Rezept";
pub const VARIANTS: &str = "Varianten";
pub const DUPLICATE: &str = "Rezept duplizieren …";
pub const RENAME: &str = "Rezept umbenennen …";
pub const NEW_NAME: &str = "Name des Rezepts";
pub const SAVE_NAME: &str = "Übernehmen";
pub const NAME_TAKEN: &str = "Diesen Namen hat schon ein anderes Rezept.";
pub const NAME_EMPTY: &str = "Geben Sie einen Namen ein.";
pub const READ_ONLY: &str = "Das Projekt ist nur lesbar geöffnet. Das Rezept lässt sich nicht ändern.";

pub const REFERENCE: &str = "Bezugsmenge";
pub const REFERENCE_ALL: &str = "alle gewerteten Gebiete";
pub const MISSING: &str = "Fehlende Werte";
pub const NORMALISATION: &str = "Normierung";
pub const AGGREGATION: &str = "Aggregation";
pub const PERIOD: &str = "Zeitraum";
pub const RANKED_AREAS: &str = "Gewertet";
pub const DRAWS: &str = "Ziehungen";
pub const COVERAGE: &str = "Spanne";
pub const VARIATION: &str = "Gewichte";
pub const SEED: &str = "Startwert";
pub const SEED_FORM: &str = "Der Startwert ist eine ganze Zahl ab 0.";

pub const WEIGHTS: &str = "Gewichte in %";
pub const WEIGHTS_TITLE: &str = "Gewichte";
pub const EQUAL: &str = "Gleich";
pub const INDICATORS: &str = "Indikatoren";
pub const INDICATORS_HINT: &str = "Indikatoren mit Werten, ohne Kontextmerkmale";

pub const SENSITIVITY: &str = "Empfindlichkeit";
pub const SENSITIVITY_OF: &str = "Indikator der Empfindlichkeit";
pub const SENSITIVITY_NEEDS_AREA: &str = "Wählen Sie ein gewertetes Gebiet aus der Tabelle.";
pub const SENSITIVITY_NONE: &str = "Für diesen Indikator lässt sich kein Verlauf angeben. Entweder trägt er allein das Gewicht, oder der Index ist keine gewichtete Summe; bei Teilindizes ist er es nur ohne fehlende Werte.";

pub const CHOICE_YES: &str = "ja";
pub const CHOICE_NO: &str = "nein";
pub const VERDICT: &str = "Einschätzung";
pub const SURELY_IN: &str = "sicher darin";
pub const BORDER_CASE: &str = "Grenzfall";
pub const DEPENDS_ON_PATH: &str = "je nach Rechenweg";
pub const SURELY_OUT: &str = "sicher nicht";
pub const RANK_IS_HINT: &str = "Ränge sind Hinweise. Sie ersetzen nicht die Einschätzung vor Ort.";

pub const HOW_COMPUTED: &str = "So wurde gerechnet";
pub const STAGES: &str = "Zwischenergebnisse";
pub const STAGE: &str = "Rechenschritt";
pub const STAGE_HINT: &str =
    "Jeder Zwischenwert der Rechnung, Schritt für Schritt. Ein Klick auf eine Zahl erklärt sie.";
pub const RECIPE_FILE: &str = "Rezept als Datei";
pub const COPY_RECIPE: &str = "Rezept kopieren";
pub const VALUE: &str = "Wert";

pub const STAGE_RAW: &str = "Werte wie beobachtet";
pub const STAGE_DENOMINATED: &str = "Quoten und Veränderungen";
pub const STAGE_TREATED: &str = "Werte ohne Ausreißer";
pub const STAGE_DIMENSIONS: &str = "Teilindizes";
pub const STAGE_IMPUTED: &str = "Werte nach Ergänzung";
pub const STAGE_NORMALISED: &str = "normierte Werte";
pub const STAGE_WEIGHTED: &str = "gewichtete Beiträge";
pub const STAGE_AGGREGATED: &str = "zusammengefasster Index";
pub const STAGE_STANDARDISED: &str = "standardisierter Index";

pub const NO_RANKING: &str = "Noch keine Rangfolge";
pub const NO_VALUES: &str = "Für die Rangfolge fehlen Werte. Es zählen Indikatoren, deren Karte unter Daten sagt, ob ein hoher Wert belasteter oder günstiger ist.";
pub const NO_DIRECTION: &str = "Kein Indikator sagt bisher, ob ein hoher Wert belasteter oder günstiger ist. Legen Sie das unter Daten, Reiter Indikatoren, auf den Karten fest.";
pub const OPEN_INDICATORS: &str = "Zu den Daten";
pub const NO_RECIPE: &str = "Ein Rezept legt fest, welche Indikatoren mit welchem Gewicht zählen. Das empfohlene nimmt alle Indikatoren mit Werten.";
pub const NO_CURRENT_RECIPE: &str = "Es gibt Rezepte, aber keines ist gewählt.";
pub const ADD_RECOMMENDED: &str = "Empfohlenes Rezept anlegen";
pub const RECOMMENDED_INSTEAD: &str = "Oder rechnen Sie mit einem weiteren Rezept, das alle Indikatoren nimmt, für die Werte vorliegen. Das bisherige bleibt.";
pub const RANKING_STOPPED: &str = "Die Berechnung wurde angehalten. Spannen und Anteile sind die der Rangfolge davor.";
pub const IMPORT: &str = "Tabelle einlesen …";
pub const NOTHING_TO_RECOMMEND: &str = "Noch kein Rezept möglich";
pub const NOTHING_TO_RECOMMEND_WHY: &str =
    "Es braucht mindestens zwei Gebiete einer Ebene mit Werten eines Indikators, der Bedarf anzeigt.";
pub const COMPUTING: &str = "Die Rangfolge wird berechnet …";

/// Fixed order of the dimensions in screen and report.
pub const DIMENSIONS: [&str; 6] =
    ["Arbeit", "Transferleistungen", "Kinder und Familie", "Bildung", "Gesundheit", "Wohnen"];
pub const NO_DIMENSION: &str = "ohne Thema";

/// `Auswahl 13`
pub fn tab_choice(places: u32) -> String {
    format!("{TAB_CHOICE} {places}")
}

/// `Index 2025, 19 Sozialräume, Rezept „Standard 2026“`
pub fn of_recipe(subtitle: &str, recipe: &str) -> String {
    format!("{subtitle}, Rezept „{recipe}“")
}

/// `Rang von Marten nach dem Gewicht von Arbeitslosenrate`
pub fn path_title(area: &str, indicator: &str) -> String {
    format!("Rang von {area} nach dem Gewicht von {indicator}")
}

/// What a span is, under a picture.
pub fn interval_note(coverage: f64, draws: u32, seed: u64) -> String {
    format!(
        "Spanne: darin liegen die Ränge in {} von {} Ziehungen (Startwert {seed}).",
        percent(coverage, 0),
        count(draws)
    )
}

/// `Gezeigt sind 60 von 170 Gebieten.`
pub fn shown_of(shown: usize, all: usize) -> String {
    format!("Gezeigt sind {} von {} Gebieten.", count(shown), count(all))
}

/// `Index 2025, 19 Sozialräume`
pub fn subtitle(period: &str, areas: usize, level: AreaLevel) -> String {
    format!("Index {period}, {}{NBSP}{}", count(areas), area_level_plural(level))
}

/// `Ziehung 6.200 von 10.000`
pub fn draw_of(done: u64, total: u64) -> String {
    format!("Ziehung {} von {}", count(done), count(total))
}

/// `Gruppe A`
pub fn group(number: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let letters: String =
        if number < 26 { letter(number).into() } else { [letter(number / 26 - 1), letter(number)].iter().collect() };
    format!("Gruppe {letters}")
}

/// `· ein Gebiet`
pub fn group_note(words: &str) -> String {
    format!("· {words}")
}

/// `Rang, 90-%-Spanne`
pub fn rank_span_head(coverage: f64) -> String {
    format!("Rang, {}-%-Spanne", decimal(coverage, 0))
}

/// `4 bis 6`, heard of the span and copied.
pub fn span(low: u32, high: u32) -> String {
    crate::text::needs::rank_span(low, high)
}

/// `Beitrag Arbeit`
pub fn contribution_of(theme: &str) -> String {
    format!("Beitrag {theme}")
}

/// `unter den 13`
pub fn among(places: u32) -> String {
    format!("unter den{NBSP}{places}")
}

/// `Arbeit 0,20; Wohnen −0,10`
pub fn parts(parts: &[(String, f64)], decimals: u8) -> String {
    let words: Vec<String> =
        parts.iter().map(|(name, value)| format!("{name} {}", decimal(*value, decimals))).collect();
    words.join("; ")
}

/// `10/11`
pub fn present(present: usize, of: usize) -> String {
    format!("{present}/{of}")
}

/// `10 von 11 Indikatoren haben einen Wert.`
pub fn present_hint(present: usize, of: usize) -> String {
    format!("{present} von {of} Indikatoren haben einen Wert.")
}

/// Under a picture of the ranking: what its dashed line is.
pub fn border_line(places: u32) -> String {
    format!("Gestrichelt: die Grenze der Auswahl hinter Rang{NBSP}{places}.")
}

/// `Grenzfälle der 13`
pub fn border_cases(places: u32) -> String {
    format!("Grenzfälle der {places}")
}

/// `Anteil der Ziehungen mit Rang 1 bis 13, mehr als 5 und weniger als 95 %`
pub fn border_cases_note(places: u32) -> String {
    format!("Anteil der Ziehungen mit Rang 1 bis {places}, mehr als 5 und weniger als 95{NBSP}%")
}

/// `Dorstfeld 42 %`
pub fn border_case(area: &str, share: f64) -> String {
    format!("{area}  {}", share_percent(share))
}

/// `Rangfolge „Standard“, Index 2025, 19 Sozialräume`
pub fn decision(recipe: &str, subtitle: &str) -> String {
    format!("Rangfolge nach Rezept „{recipe}“, {subtitle}")
}

/// What the history keeps beside the planner's reason.
pub fn decision_basis(reason: &str, recipe: &str, draws: u32, seed: u64, fingerprint: &str) -> String {
    let basis = format!(
        "Rezept „{recipe}“, {} Ziehungen, Startwert {seed}, Kennung der Berechnung {fingerprint}",
        count(draws)
    );
    if reason.trim().is_empty() { basis } else { format!("{} ({basis})", reason.trim()) }
}

/// `Löschen: Standard`
pub fn remove_recipe(name: &str) -> String {
    format!("Löschen: {name}")
}

/// `Vorlage: Summe der z-Werte`
pub fn preset(name: &str) -> String {
    format!("Vorlage: {name}")
}

/// `Standard (2)`
pub fn numbered(name: &str, number: usize) -> String {
    format!("{name} ({number})")
}

/// `Rezept in „Standard 2026“ umbenannt`
pub fn renamed(name: &str) -> String {
    format!("Rezept in „{name}“ umbenannt")
}

/// `2025, neuester mit allen Indikatoren`: the year first, which a narrow list keeps.
pub fn latest(period: &str) -> String {
    const LATEST: &str = "neuester mit allen Indikatoren";
    if period.is_empty() { LATEST.to_owned() } else { format!("{period}, {LATEST}") }
}

/// `19 Sozialräume, 1 ausgelassen`
pub fn ranked_areas(taking: usize, left_out: usize, level: AreaLevel) -> String {
    let level = area_level_plural(level);
    if left_out == 0 {
        format!("{}{NBSP}{level}", count(taking))
    } else {
        format!("{}{NBSP}{level}, {}{NBSP}ausgelassen", count(taking), count(left_out))
    }
}

/// `19 Sozialräume`, or `Sozialräume: 11 von 19` where not all of the selection take part.
pub fn ranked_of(taking: usize, of: usize, level: AreaLevel) -> String {
    if taking >= of {
        return ranked_areas(taking, 0, level);
    }
    format!("{}: {} von {}", area_level_plural(level), count(taking), count(of))
}

/// `Gewichte hochrechnen`
pub fn imputation(choice: Imputation) -> &'static str {
    match choice {
        Imputation::Reweight => "auslassen, Rest hochrechnen",
        Imputation::ReferenceMean => "Mittel der Bezugsmenge",
        Imputation::ReferenceMedian => "Median der Bezugsmenge",
        Imputation::GroupMean => "Mittel des Stadtbezirks",
        Imputation::LastValue => "letzter früherer Wert",
        Imputation::LinearBetweenYears => "linear zwischen Jahren",
    }
}

/// `± 25 %`
pub fn variation(share: f64) -> String {
    format!("±{NBSP}{}", percent(share * 100.0, 0))
}

/// `Summe 100,0`
pub fn sum(percent: f64) -> String {
    format!("Summe {}", decimal(percent, 1))
}

/// Labels of the steps that a change of the recipe makes.
pub fn changed(what: &str) -> String {
    format!("{what} geändert")
}

/// `Gewicht Wohnfläche geändert`
pub fn weight_changed(indicator: &str) -> String {
    format!("Gewicht {indicator} geändert")
}

pub const WEIGHTS_EQUAL: &str = "Alle Gewichte gleich gesetzt";

/// Name of the tick of an indicator, beside which a refusal stands.
pub fn indicator_at(indicator: &str) -> String {
    format!("Indikator {indicator}")
}

/// `Rang 2,5`
pub fn rank_only(rank: f64) -> String {
    format!("Rang {}", crate::text::place(rank))
}

/// `normierte Werte: Arbeitslosenrate`
pub fn stage_of(stage: &str, indicator: &str) -> String {
    format!("{stage}: {indicator}")
}

/// `Marten, 2025`
pub fn area_and_period(area: &str, period: &str) -> String {
    format!("{area}, {period}")
}

/// `Indikator Wohnfläche aufgenommen`
pub fn indicator_added(indicator: &str) -> String {
    format!("Indikator {indicator} aufgenommen")
}

/// `Indikator Wohnfläche herausgenommen`
pub fn indicator_removed(indicator: &str) -> String {
    format!("Indikator {indicator} herausgenommen")
}

/// `Hohensyburg ausgelassen`
pub fn area_left_out(area: &str) -> String {
    format!("{area} ausgelassen")
}

/// `Hohensyburg gewertet`
pub fn area_taken(area: &str) -> String {
    format!("{area} wieder gewertet")
}

/// A period, or the newest with its label.
pub fn period_choice(choice: &PeriodChoice, now: &str) -> String {
    match choice {
        PeriodChoice::Latest => latest(now),
        PeriodChoice::Label(label) => label.clone(),
    }
}

/// The rank hangs on this weight nowhere.
pub fn never_switches(area: &str, rank: u32, indicator: &str) -> String {
    format!(
        "Der Rang von {area} bleibt {}, solange das Gewicht von „{indicator}“ zwischen 0{NBSP}% und 50{NBSP}% liegt.",
        count(rank)
    )
}

/// `jetzt 12,5`
pub fn now(percent: f64) -> String {
    format!("jetzt {}", decimal(percent, 1))
}

/// `Wechsel bei 31`
pub fn switch_at(percent: f64) -> String {
    format!("Wechsel bei {}", decimal(percent, 1))
}

/// `Rang von Marten nach Gewicht (%), übrige im gleichen Verhältnis`
pub fn share_axis(area: &str) -> String {
    format!("Rang von {area} nach Gewicht (%), übrige im gleichen Verhältnis")
}

/// Border cases of the choice, explained.
pub fn border_sentence(names: &[String], places: u32) -> String {
    match names {
        [] => format!(
            "Kein Gebiet ist ein Grenzfall: Jedes liegt in mindestens 95{NBSP}% der Ziehungen auf derselben Seite von Rang {places}."
        ),
        [one] => format!(
            "Ein Grenzfall: {one}. Je nach Gewichten und Normierung liegt das Gebiet unter den ersten {places} oder dahinter."
        ),
        _ => format!(
            "{} Grenzfälle: {}. Je nach Gewichten und Normierung liegen diese Gebiete unter den ersten {places} oder dahinter.",
            count(names.len()),
            names.join(", ")
        ),
    }
}

/// Areas of which the draws are sure, but not every way of computing.
pub fn depending_sentence(names: &[String]) -> String {
    format!("In den Ziehungen sicher, aber nicht unter jedem Rechenweg: {}.", names.join(", "))
}

/// `Dorstfeld (42 %)`
pub fn with_share(area: &str, share: f64) -> String {
    format!("{area} ({})", share_percent(share))
}

/// `Derne (3 von 24 Rechenwegen)`
pub fn with_paths(area: &str, within: usize, of: usize) -> String {
    format!("{area} ({} von {} Rechenwegen)", count(within), count(of))
}

/// `Dorstfeld liegt auf Rang 10, gehört aber nicht zu „Aktionsräume 2008“.`
pub fn in_rank_not_in_set(areas: &[String], set: &str, places: u32) -> String {
    format!("Unter den ersten {places}, aber nicht in „{set}“: {}.", areas.join(", "))
}

/// The other way round.
pub fn in_set_not_in_rank(areas: &[String], set: &str, places: u32) -> String {
    format!("In „{set}“, aber nicht unter den ersten {places}: {}.", areas.join(", "))
}

/// `Dorstfeld (Rang 14)`
pub fn with_rank(area: &str, rank: f64) -> String {
    format!("{area} (Rang {})", crate::text::place(rank))
}

/// `Kennung der Berechnung: 4f…`
pub fn fingerprint(fingerprint: &str) -> String {
    format!("Kennung der Berechnung: {fingerprint}.")
}

/// `12,4 (ergänzt)`
pub fn cell_changed(value: &str, changed: &str) -> String {
    format!("{value} ({changed})")
}

pub const FILLED: &str = "ergänzt";
pub const TREATED: &str = "behandelt";
pub const REASON: &str = "Grund";

/// `Rezept Standard 2026.toml`
pub fn recipe_file_name(name: &str) -> String {
    format!("Rezept {name}.toml")
}

/// `„Standard“ ist bei den Rezepten`
pub fn recipe_loaded(name: &str) -> String {
    format!("„{name}“ steht jetzt bei den Rezepten")
}

pub const RECIPE_LOADED_HINT: &str = "Wählen Sie es in der Methode unter „Rezept“.";

/// Toast after the decision.
pub const DECISION_KEPT: &str = "Beschluss im Verlauf festgehalten";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_go_on_after_z() {
        assert_eq!(group(0), "Gruppe A");
        assert_eq!(group(25), "Gruppe Z");
        assert_eq!(group(26), "Gruppe AA");
    }

    #[test]
    fn a_decision_names_recipe_seed_and_fingerprint() {
        let text = decision_basis("ABI", "Standard", 1000, 2026, "4f");
        assert_eq!(text, "ABI (Rezept „Standard“, 1.000 Ziehungen, Startwert 2026, Kennung der Berechnung 4f)");
    }
}
