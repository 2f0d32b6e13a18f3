//! Words of charts: labels and text alternatives.

use crate::domain::{Euro, Quarter};
use crate::text::{count, decimal, euro};

/// Short words inside drawings.
pub mod chart_word {
    /// Header of periods.
    pub const PERIOD: &str = "Stand";
    /// Header of areas.
    pub const AREA: &str = "Gebiet";
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
    /// Axis of ranks.
    pub const RANK: &str = "Rang";
    /// The end of greater need.
    pub const BURDENED: &str = "belasteter";
    /// The end of lesser need.
    pub const FAVOURABLE: &str = "günstiger";
    /// An axis that does not begin at zero.
    pub const AXIS_FROM: &str = "Achse ab";
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
pub fn alternative_intervals(participants: usize, coverage: f64, own: Option<(&str, u32, f64, f64)>) -> String {
    let mut text = format!(
        "Punktdiagramm: Ränge von {} Gebieten mit Spannen, in denen {} % der Rechenwege liegen.",
        count(participants as u64),
        decimal(coverage, 0)
    );
    if let Some((name, rank, low, high)) = own {
        text.push_str(&format!(" {name}: Rang {rank}, Spanne {}.", super::interval(low, high)));
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
