//! Words of charts: labels and text alternatives.

use crate::domain::{Euro, Quarter};
use crate::text::{count, decimal, euro, percent};

/// Short words inside drawings.
pub mod chart_word {
    /// Header of periods.
    pub const PERIOD: &str = "Stand";
    /// Header of areas.
    pub const AREA: &str = "Gebiet";
    /// Header of indicators.
    pub const INDICATOR: &str = "Indikator";
    /// The whole city.
    pub const CITY: &str = "Stadt";
    /// Header of classes.
    pub const CLASS: &str = "Klasse";
    /// An area without value on a map.
    pub const NO_VALUE: &str = "kein Wert";
    /// Header of years.
    pub const YEAR: &str = "Jahr";
    /// Cost without money.
    pub const OPEN: &str = "offen";
    /// Beside a break of the series.
    pub const BREAK: &str = "Reihenbruch";
    /// Where a measure has no dates.
    pub const UNDATED: &str = "Zeit noch offen";
    /// A measure that is not agreed yet.
    pub const PLANNED: &str = "geplant";
    /// A measure that is agreed.
    pub const AGREED: &str = "abgestimmt oder weiter";
    /// Where a check is due, of the measure or of its effect.
    pub const CHECK: &str = "Prüfung";
    /// Axis of ranks.
    pub const RANK: &str = "Rang";
    /// The end of greater need.
    pub const BURDENED: &str = "belasteter";
    /// An indicator of which low values are the greater need.
    pub const TURNED: &str = "umgepolt";
    /// An indicator that is not judged.
    pub const CONTEXT: &str = "nur Kontext";
    /// The end of lesser need.
    pub const FAVOURABLE: &str = "günstiger";
    /// An axis that does not begin at zero.
    pub const AXIS_FROM: &str = "Achse ab";
    /// Money that went out.
    pub const SPENT: &str = "ausgegeben";
    /// What the plan costs.
    pub const COST_PLANNED: &str = "geplant";
    /// Money that was granted.
    pub const GRANTED: &str = "bewilligt";
    /// Money that went out beyond the plan.
    pub const BEYOND: &str = "über Plan";
}

/// A period and its value as printed; none where there is no value.
pub type TrendPoint = Option<(String, String)>;

/// A trend; per line its name, first and last value with their periods.
pub fn alternative_trend(indicator: &str, lines: &[(String, TrendPoint, TrendPoint)], breaks: &[i16]) -> String {
    let mut text = format!("Liniendiagramm: {indicator} im Zeitverlauf.");
    for (name, first, last) in lines {
        text.push_str(&match (first, last) {
            (Some((from, start)), Some((to, end))) => format!(" {name}: {start} ({from}), {end} ({to})."),
            (Some((from, only)), None) => format!(" {name}: nur {only} ({from})."),
            (None, _) => format!(" {name}: keine Werte."),
        });
    }
    for year in breaks {
        text.push_str(&format!(" Reihenbruch {year}: frühere Werte sind nicht vergleichbar."));
    }
    text
}

/// Areas beside the city.
pub fn alternative_comparison(
    indicator: &str,
    period: &str,
    areas: usize,
    own: Option<(String, String)>,
    city: Option<(String, String)>,
) -> String {
    let mut text = format!("Balkendiagramm: {indicator}, Stand {period}, {} Gebiete.", count(areas as u64));
    for (name, value) in own.into_iter().chain(city) {
        text.push_str(&format!(" {name}: {value}."));
    }
    text
}

/// Ranks with intervals.
pub fn alternative_intervals(participants: usize, coverage: f64, own: Option<(&str, f64, f64, f64)>) -> String {
    let mut text = format!(
        "Punktdiagramm: Ränge von {} Gebieten mit Spannen, in denen {} % der Rechenwege liegen.",
        count(participants as u64),
        decimal(coverage, 0)
    );
    if let Some((name, rank, low, high)) = own {
        text.push_str(&format!(" {name}: Rang {}, Spanne {}.", crate::text::place(rank), super::interval(low, high)));
    }
    text
}

/// Measures over time.
pub fn alternative_gantt(rows: &[(String, Option<(Quarter, Quarter)>)]) -> String {
    let mut text = "Zeitplan der Maßnahmen.".to_owned();
    for (name, span) in rows {
        text.push_str(&match span {
            Some((from, to)) => format!(" {name}: {from} bis {to}."),
            None => format!(" {name}: Zeit noch offen."),
        });
    }
    text
}

/// Money per year: year, money, open amount.
pub fn alternative_funding(years: &[(i16, Euro, Euro)]) -> String {
    let mut text = "Gestapelte Balken: Finanzierung je Jahr nach Quelle.".to_owned();
    for (year, money, open) in years {
        text.push_str(&format!(" {year}: {} finanziert, {} offen.", euro(*money), euro(*open)));
    }
    text
}

/// Spent, planned and granted per year.
pub fn alternative_spending(years: &[(i16, [Euro; 3])]) -> String {
    let mut text = "Balken im Balken: Ausgaben und Planung je Jahr.".to_owned();
    for (year, amounts) in years {
        text.push_str(&format!(" {year}: {}.", super::progress::spent_planned_granted(*amounts)));
    }
    text
}

/// Columns of the same as a table.
pub fn spending_columns() -> [&'static str; 4] {
    [chart_word::YEAR, chart_word::COST_PLANNED, chart_word::GRANTED, chart_word::SPENT]
}

/// Cost per year.
pub fn alternative_costs(years: &[(i16, Euro)]) -> String {
    let mut text = "Gestapelte Balken: Kosten je Jahr nach Art.".to_owned();
    for (year, cost) in years {
        text.push_str(&format!(" {year}: {}.", euro(*cost)));
    }
    text
}

/// Areas on a map; classes with their counts, areas without value by name.
pub fn alternative_map(
    indicator: &str,
    period: &str,
    method: &str,
    classes: &[(String, usize)],
    without: &[String],
) -> String {
    let classes: Vec<String> =
        classes.iter().map(|(label, areas)| format!("{label}: {} Gebiete", count(*areas as u64))).collect();
    let mut text = format!("Karte: {indicator}, Stand {period}. {method}: {}.", classes.join("; "));
    if !without.is_empty() {
        text.push_str(&format!(" Ohne Wert: {}.", without.join(", ")));
    }
    text
}

/// Two indicators against each other; the city's values, and what may be said of the relation.
pub fn alternative_scatter(x: &str, y: &str, areas: usize, city: Option<(String, String)>, sentence: &str) -> String {
    let city = city.map_or_else(String::new, |(x, y)| format!(" Stadt: {x} und {y}."));
    format!("Streudiagramm: {x} (waagerecht) gegen {y} (senkrecht), {} Gebiete.{city} {sentence}", count(areas as u64))
}

/// An area on strips: indicator, value of the area, value of the city.
pub fn alternative_dots(area: &str, rows: &[(String, String, String)]) -> String {
    let mut text = format!("Punktstreifen: {area} im Vergleich, {} Indikatoren.", count(rows.len() as u64));
    for (indicator, own, city) in rows {
        let city = if city.is_empty() { String::new() } else { format!(", Stadt {city}") };
        let own = if own.is_empty() { chart_word::NO_VALUE } else { own };
        text.push_str(&format!(" {indicator}: {own}{city}."));
    }
    text
}

/// Areas beside each other in several indicators; per indicator the areas of the class of greatest need.
pub fn alternative_matrix(
    view: &str,
    period: &str,
    areas: usize,
    indicators: usize,
    strained: &[(&str, Vec<&str>)],
) -> String {
    let mut text = format!(
        "Tabelle mit Farbfeldern: {view}, Stand {period}, {} in {}.",
        if indicators == 1 { "1 Indikator".to_owned() } else { format!("{} Indikatoren", count(indicators as u64)) },
        if areas == 1 { "1 Gebiet".to_owned() } else { format!("{} Gebieten", count(areas as u64)) },
    );
    if !strained.is_empty() {
        let named: Vec<String> = strained.iter().map(|(name, areas)| format!("{name}: {}", areas.join(", "))).collect();
        text.push_str(&format!(" In der Klasse der stärksten Belastung liegen bei {}.", named.join("; ")));
    }
    text
}

/// Parts of a whole: what they say, then each of them.
pub fn alternative_shares<'a>(sentence: &str, bars: impl Iterator<Item = (&'a str, f64)>) -> String {
    let bars: Vec<String> =
        bars.map(|(name, share)| format!("{name} {}", percent(share.clamp(0.0, 1.0) * 100.0, 0))).collect();
    format!("Balkendiagramm: {sentence} {}.", bars.join(", "))
}

/// Headers of the values of a chart of parts.
pub fn share_columns() -> [&'static str; 3] {
    ["Entscheidung", "Anteil (%)", "Standardfehler (Prozentpunkte)"]
}

/// A rank over a weight: from, to (percent) and rank of each step.
pub fn alternative_path(
    area: &str,
    indicator: &str,
    now_percent: f64,
    steps: impl Iterator<Item = (f64, f64, u32)>,
) -> String {
    let steps: Vec<String> =
        steps.map(|(from, to, rank)| format!("{} bis {} Rang {rank}", decimal(from, 1), percent(to, 1))).collect();
    format!(
        "Stufenlinie: Rang von {area} nach dem Gewicht des Indikators {indicator}, jetzt {}. {}.",
        percent(now_percent, 1),
        steps.join("; ")
    )
}

/// Headers of the values of a rank over a weight.
pub fn path_columns(area: &str) -> [String; 3] {
    ["Gewicht von (%)".to_owned(), "bis (%)".to_owned(), format!("Rang {area}")]
}

/// `jetzt 12,5 %`
pub fn weight_now(percent_now: f64) -> String {
    format!("jetzt {}", percent(percent_now, 1))
}

/// `Gewicht von Arbeitslosenrate (%), übrige im gleichen Verhältnis`
pub fn weight_axis(indicator: &str) -> String {
    format!("Gewicht von {indicator} (%), übrige im gleichen Verhältnis")
}

/// `Arbeitslosenrate (%)`
pub fn axis(name: &str, unit: &str) -> String {
    crate::text::name_with_unit(name, unit)
}

/// `Stadt 9,8`
pub fn city_line(value: &str) -> String {
    format!("{} {value}", chart_word::CITY)
}

/// The letter of a reference area on strips.
pub fn reference_letter(number: usize) -> &'static str {
    ["A", "B", "C", "D"].get(number).copied().unwrap_or("·")
}

/// `Quelle: …. Eigene Berechnung.`
pub fn figure_source(sources: &[String]) -> String {
    format!("{} Eigene Darstellung.", table_source(sources))
}

/// `Quelle: …`: below a copied table.
pub fn table_source(sources: &[String]) -> String {
    let named = if sources.is_empty() { "eingelesene Tabellen".to_owned() } else { sources.join("; ") };
    format!("Quelle: {}.", named.trim_end_matches('.'))
}

/// `Stand der Werte: 2025. Erstellt am 22.11.2026.`
pub fn figure_date(period: &str, today: jiff::civil::Date) -> String {
    let made = format!("Erstellt am {}.", crate::text::date(today));
    if period.is_empty() { made } else { format!("Stand der Werte: {period}. {made}") }
}

/// A footnote: `. geheim oder unbekannt: Oespel, Kley`
pub fn sign_note(sign: &str, reason: &str, areas: &[String]) -> String {
    let sign = if sign.is_empty() { String::new() } else { format!("„{sign}“ ") };
    let at = if areas.is_empty() { String::new() } else { format!(": {}", areas.join(", ")) };
    format!("{sign}{reason}{at}")
}

/// A footnote of computed numbers, which bear no sign: `Zugrunde liegt: vorläufiger Wert: Arbeitslosenrate (12 Räume)`
pub fn basis_note(reason: &str, places: &[String]) -> String {
    sign_note("", &format!("Zugrunde liegt: {reason}"), places)
}

/// Where a sign stands: `Arbeitslosenrate (Oespel, Kley)`
pub fn sign_at(indicator: &str, areas: &[String]) -> String {
    format!("{indicator} ({})", areas.join(", "))
}

/// Text as it stands in an SVG.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
