//! Words of the analysis: the profile of an area, patterns over areas, the table of values.

#![allow(missing_docs)]

use crate::domain::AreaSetState;
use crate::text::report::{self, brackets};
use crate::text::{NBSP, count, decimal, signed};

pub const PROFILE: &str = "Profil";
pub const RELATION: &str = "Karte & Zusammenhang";
pub const TABLE: &str = "Tabelle";
pub const COPY: &str = "Kopieren";
pub const TAKE_OVER: &str = "Profil in Bericht übernehmen";
pub const NO_PROGRAMME: &str = "Für diesen Raum gibt es noch kein Handlungsprogramm.";
pub const NO_RANKING: &str = "Ohne Rangfolge gibt es keine Kurzfassung.";
pub const READ_ONLY: &str = "Das Projekt ist nur zum Lesen geöffnet.";
pub const TAKEN_OVER: &str = "Kurzfassung in das Handlungsprogramm übernommen";

pub const EMPTY_TITLE: &str = "Noch keine Werte für diesen Raum";
pub const EMPTY_READ: &str = "Tabelle einlesen …";
pub const EMPTY_SAMPLE: &str = "Beispielprojekt ansehen";
pub const NO_AREA_TITLE: &str = "Kein Raum gewählt";
pub const NO_AREAS: &str = "Es gibt noch keine Räume. Lesen Sie zuerst eine Tabelle mit Gebieten ein.";
pub const NO_AREA: &str = "Wählen Sie oben in der Leiste einen Raum. Hier steht dann sein Profil.";
pub const NO_VALUES_TITLE: &str = "Noch keine Werte";
pub const NO_VALUES: &str = "Für diese Ansicht fehlen Werte. Lesen Sie eine Tabelle ein.";

pub const INDICATOR: &str = "Indikator";
pub const CITY: &str = "Stadt";
pub const Z_VALUE: &str = "z-Wert";
pub const NORMALISED: &str = "normiert";
pub const FAVOURABLE: &str = "günstiger";
pub const BURDENED: &str = "belasteter";
pub const CHANGE: &str = "Veränderung";
pub const CONTEXT: &str = "Nur Kontext, nicht im Bedarfsindex";
pub const CONTEXT_PLAIN: &str = "Weitere Indikatoren";
pub const TURNED: &str = "umgepolt";
pub const BREAK: &str = "Bruch";
pub const INDEX: &str = "Bedarfsindex";
pub const WHY_RANK: &str = "Rang erklären";
pub const NO_VALUE: &str = "ohne Angabe";
pub const NOT_RANKED: &str = "nicht gewertet";
pub const SHORT: &str = "Kurzfassung";
pub const COPY_SENTENCE: &str = "Satz kopieren";
pub const OTHER_AREAS: &str = "übrige Räume";
pub const PEERS: &str = "weitere Aktionsräume";
pub const CITY_VALUE: &str = "Stadtwert";
pub const SERIES_BREAK: &str = "Zeitreihenbruch";
pub const MORE: &str = "belasteter als zuvor";
pub const LESS: &str = "günstiger als zuvor";

pub const PUBLISHED: &str = "Veröffentlichte Zahlen";
pub const AREA: &str = "Gebiet";
pub const YEAR: &str = "Stand";
pub const VALUE: &str = "Wert";
pub const ORIGIN: &str = "Herkunft";
pub const RANK: &str = "Rang";

pub const MAP: &str = "Karte";
pub const SHOWN: &str = "Indikator der Karte";
pub const AGAINST: &str = "Zweiter Indikator";
pub const AXIS_X: &str = "x";
pub const AXIS_Y: &str = "y";
pub const SCHEMATIC: &str = "Schematische Kacheln, keine Geometrie";
pub const FROM_BOUNDARIES: &str = "Gebietsgrenzen aus Ihrer Datei";
pub const NO_TILES: &str = "Für diese Räume ist kein Platz auf der Kachelkarte hinterlegt.";
pub const OUTLINED: &str = "Aktionsraum";
pub const NO_CORRELATION: &str = "Zu wenige Räume mit beiden Werten für einen Zusammenhang.";
pub const PERIOD: &str = "Stand";
pub const MATRIX: &str = "Werte aller Räume";

/// `Profil Marten`: name of the table.
pub fn profile_of(area: &str) -> String {
    format!("Profil {area}")
}

/// `9.680 Einwohner (2025)`
pub fn inhabitants(persons: f64, period: &str) -> String {
    format!("{}{NBSP}Einwohner ({period})", decimal(persons, 0))
}

/// `Aktionsraum seit 2008`
pub fn membership(state: AreaSetState, since: Option<i16>) -> Option<String> {
    let year = |word: &str| since.map_or_else(String::new, |year| format!(" {word} {year}"));
    match state {
        AreaSetState::Gueltig => Some(format!("Aktionsraum{}", year("seit"))),
        AreaSetState::Beobachtet => Some(format!("beobachtet{}", year("seit"))),
        AreaSetState::Vorschlag => Some(format!("im Vorschlag{}", year("von"))),
        AreaSetState::Auswahl => None,
    }
}

/// `Rang von 19`
pub fn rank_of(areas: usize) -> String {
    format!("Rang von {areas}")
}

/// `4–6`, or nothing where both ends are the same.
pub fn span(low: u32, high: u32) -> String {
    if low == high { String::new() } else { format!("{low}–{high}") }
}

/// `Rang 2023`
pub fn rank_in(period: &str) -> String {
    format!("Rang {period}")
}

/// `Stand 2023`: beside a value of another period.
pub fn other_period(period: &str) -> String {
    format!("Stand {period}")
}

/// `2020–2025`
pub fn years(first: i16, last: i16) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// `seit 2020`
pub fn since(period: &str) -> String {
    format!("seit {period}")
}

/// `+1,8 seit 2020, belasteter`: what copying and screen readers get.
pub fn change(points: f64, decimals: u8, since: &str, burdened: Option<bool>) -> String {
    let judged = match burdened {
        Some(true) => ", belasteter",
        Some(false) => ", günstiger",
        None => "",
    };
    format!("{} seit {since}{judged}", signed(points, decimals))
}

/// `2020 bis 2025, von 31,5 auf 38,7`: what is heard of a course.
pub fn course(first: (i16, f64), last: (i16, f64), decimals: u8) -> String {
    format!("{} bis {}, von {} auf {}", first.0, last.0, decimal(first.1, decimals), decimal(last.1, decimals))
}

/// `Platz 6 von 39, Stadt 25,1`: what is heard of a strip.
pub fn strip(place: Option<(usize, usize)>, city: Option<&str>) -> String {
    let place = place.map(|(place, of)| format!("Platz {place} von {of}"));
    let city = city.map(|city| format!("Stadt {city}"));
    [place, city].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `Nette 31,2`
pub fn dot(area: &str, value: &str) -> String {
    format!("{area} {value}")
}

/// The indicator that stands out most in a short text.
pub struct Driver<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its normalised value, where that is a z-value.
    pub z: Option<f64>,
}

/// `Bei 7 von 8 Indikatoren belasteter als die Stadt; am stärksten trägt „…“ zum Rang bei (z-Wert +1,5).`
pub fn short_text(burden: Option<(usize, usize)>, driver: Option<&Driver>) -> String {
    let burden = burden.map(|(worse, of)| {
        format!("Bei {} von {}{NBSP}Indikatoren belasteter als die Stadt", count(worse as i64), count(of as i64))
    });
    let driver = driver.map(|driver| {
        let z = driver.z.map_or_else(String::new, |z| format!(" (z-Wert{NBSP}{})", signed(z, 1)));
        format!("am stärksten trägt „{}“ zum Rang bei{z}", driver.name)
    });
    match (burden, driver) {
        (Some(burden), Some(driver)) => format!("{burden}; {driver}."),
        (Some(burden), None) => format!("{burden}."),
        (None, Some(driver)) => format!("A{}.", &driver[1..]),
        (None, None) => "Für eine Kurzfassung fehlen Werte.".to_owned(),
    }
}

/// The same as a passage of a programme, with references in brackets in the place of numbers.
pub fn passage(burden: Option<&str>, indicator: &str, value: &str, city: Option<&str>) -> String {
    let mut sentences = Vec::new();
    if let Some(burden) = burden {
        sentences.push(report::burden_sentence(burden));
    }
    let city = city.map_or_else(String::new, |city| format!(", in der Stadt {city}"));
    sentences.push(format!("Am stärksten trägt „{}“ zum Rang bei: {value}{city}.", brackets(indicator)));
    sentences.join(" ")
}

/// `12 weitere Aktionsräume`
pub fn peers(number: usize) -> String {
    format!("{number} {PEERS}")
}

/// `6 übrige Räume`
pub fn others(number: usize) -> String {
    format!("{number} {OTHER_AREAS}")
}

/// `G12, veroeffentlichte-zahlen.csv`
pub fn origin(cell: &str, file: &str) -> String {
    format!("{cell}, {file}")
}

/// `Veröffentlichte Zahlen (7)`
pub fn published(number: usize) -> String {
    format!("{PUBLISHED} ({number})")
}

/// What to keep in mind with figures of areas of the same name.
pub const PUBLISHED_HINT: &str = "auch für Teile und gleichnamige statistische Gebiete; deren Grenzen können abweichen";

/// Why there is nothing to show for an area.
pub fn empty_sentence(area: &str, level: &str) -> String {
    format!("Für {area} ({level}) liegen keine Werte vor. Lesen Sie eine Tabelle mit Werten dieser Ebene ein.")
}

/// `5 Klassen, Quantile (%)`
pub fn legend(classes: usize, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
    if classes == 1 { format!("1 Klasse{unit}") } else { format!("{classes} Klassen, Quantile{unit}") }
}

/// `Arbeitslosenrate (%)`
pub fn axis(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") }
}

/// `Stadt 9,8`
pub fn city_line(value: &str) -> String {
    format!("{CITY} {value}")
}

/// What may be said of a relation, and what not.
pub fn correlation(spearman: f64, pearson: f64, areas: usize) -> String {
    format!(
        "Rangkorrelation {}, Korrelation {} ({}{NBSP}Räume). Ein Zusammenhang zwischen Räumen belegt keine Ursache bei Personen.",
        decimal(spearman, 2),
        decimal(pearson, 2),
        areas
    )
}

/// Name of the scatter for screen readers.
pub fn scatter(x: &str, y: &str) -> String {
    format!("Streudiagramm: {x} gegen {y}")
}

/// `Stand 2025`
pub fn values_of(period: &str) -> String {
    format!("Stand {period}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_text_counts_and_names_the_strongest() {
        let driver = Driver { name: "Arbeitslosenrate", z: Some(1.52) };
        assert_eq!(
            short_text(Some((7, 8)), Some(&driver)),
            "Bei 7 von 8\u{a0}Indikatoren belasteter als die Stadt; am stärksten trägt „Arbeitslosenrate“ zum Rang bei (z-Wert\u{a0}+1,5)."
        );
        assert_eq!(
            short_text(None, Some(&Driver { name: "Alter", z: None })),
            "Am stärksten trägt „Alter“ zum Rang bei."
        );
    }

    #[test]
    fn a_passage_keeps_its_references() {
        let text = passage(Some("[belasteter:marten]"), "ALR", "[wert:ALR:marten:2025]", None);
        assert_eq!(
            text,
            "Belasteter als die Gesamtstadt ist der Aktionsraum bei [belasteter:marten] vergleichbaren Indikatoren. \
             Am stärksten trägt „ALR“ zum Rang bei: [wert:ALR:marten:2025]."
        );
    }
}
