//! Words of the analysis: the profile of an area, patterns over areas, the table of values.

#![allow(missing_docs)]

use crate::domain::{AreaLevel, AreaSetState};
use crate::text::report::{self, brackets};
use crate::text::{NBSP, area_level_plural, count, decimal, signed};

pub const PROFILE: &str = "Profil";
pub const RELATION: &str = "Karte & Zusammenhang";
pub const TABLE: &str = "Vergleich";
pub const COPY: &str = "Als Tabelle kopieren";
pub const TAKE_OVER: &str = "Profil in Bericht übernehmen";
pub const NO_PROGRAMME: &str = "Für diesen Raum gibt es noch kein Handlungsprogramm.";
pub const NO_RANKING: &str = "Ohne Rangfolge gibt es keine Kurzfassung.";
pub const READ_ONLY: &str = "Das Projekt ist nur zum Lesen geöffnet.";

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
pub const INTERVAL: &str = "95-%-Spanne";
pub const SMOOTHED: &str = "geglättet";
pub const SHOW_INTERVALS: &str = "Spannen der Anteile";
pub const NO_COUNTS: &str = "Keine Tabelle nennt Fallzahlen (Zähler und Nenner) dieser Indikatoren.";
pub const EXPLAIN_INTERVAL: &str = "Wie genau der Anteil ist: Klick erklärt die Spanne";
pub const EXPLAIN_SMOOTHED: &str = "Der Anteil, wenn sich die Räume gegenseitig stützen: Klick erklärt den Wert";
pub const EXPLAIN_Z: &str = "Klick zeigt, wie der Wert entstanden ist";
pub const EXPLAIN_CITY: &str = "Klick zeigt die Herkunft des Stadtwerts";
pub const CONTEXT_STRIP: &str = "bei Kontextindikatoren heißt rechts nur: höherer Wert, ohne Wertung";
pub const CHANGE_RULE: &str = "Verglichen wird mit dem frühesten Stand, der nicht durch einen Zeitreihenbruch getrennt ist. Über einen Bruch hinweg wird keine Veränderung ausgewiesen.";
pub const EARLIER_RANK_CAVEAT: &str =
    "Ein Rang sagt nur etwas im Vergleich: Er kann sich ändern, ohne dass sich die Werte des Raums ändern.";

/// How a change came about: `42,4 (2025) − 40,1 (2020) = +2,3`
pub fn change_how(to: (&str, &str), from: (&str, &str), change: &str) -> String {
    format!("{} ({}) − {} ({}) = {change}, aus den ungerundeten Werten.", to.0, to.1, from.0, from.1)
}

/// The cells of both values.
pub fn change_origin(from: (&str, &str), to: (&str, &str)) -> String {
    format!("{}: {}; {}: {}", from.0, from.1, to.0, to.1)
}

/// How the rank of an earlier period came about.
pub fn earlier_rank_how(recipe: &str, period: &str, areas: usize) -> String {
    format!(
        "Das Rezept „{recipe}“, angewandt auf den Stand {period}; Platz unter {} Räumen, 1 ist der größte Bedarf.",
        count(areas as i64)
    )
}

/// `Bedarfsindex 0,52: So wurde gerechnet`
pub fn explain_fact(name: &str, value: &str) -> String {
    format!("{name} {value}: {HOW_COMPUTED}")
}

pub const READ_AS: &str = "So ist es zu lesen";
pub const TURNED_TITLE: &str = "Umgepolt";
pub const TURNED_MEANS: &str =
    "Niedrige Werte bedeuten Bedarf. Das Vorzeichen ist deshalb umgekehrt: Größer heißt immer mehr Bedarf.";
pub const Z_MEANS: &str =
    "0 ist der Durchschnitt der Bezugsmenge, +1 eine Standardabweichung belasteter, −1 eine günstiger.";
pub const INTERVAL_MEANS: &str = "Auch eine vollständige Zählung schwankt von Jahr zu Jahr. Bei gleichen Umständen läge der Anteil in 95 von 100 Jahren etwa in dieser Spanne. Überschneiden sich die Spannen zweier Räume weit, ist ihr Unterschied nicht belegt.";
pub const SMOOTHED_MEANS: &str = "Der Wert hilft bei kleinen Räumen, deren Anteil schon durch wenige Fälle springt. In der Rangfolge zählt der beobachtete Wert.";
pub const FEW_CASES: &str = "Der Anteil beruht auf sehr wenigen Fällen und sollte nicht für sich stehen.";
pub const FILLED_IN: &str = "ergänzter Wert";
pub const ROLE: &str = "Rolle";
pub const ROLE_CONTEXT: &str = "nicht im Bedarfsindex";
pub const UNIT: &str = "Einheit";
pub const SIGN: &str = "Zeichen";
pub const INTERVAL_FROM: &str = "Spanne von";
pub const INTERVAL_TO: &str = "Spanne bis";
pub const PLACE_OF: &str = "von";
pub const SINCE: &str = "seit";
pub const TENDENCY: &str = "Richtung";
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
/// What the map shows where no area has a place: tiles one behind the other.
pub const IN_ORDER: &str = "Kacheln der Reihe nach, nicht nach Lage";
pub const FROM_BOUNDARIES: &str = "Gebietsgrenzen aus Ihrer Datei";
pub const NO_TILES: &str = "Für diese Räume ist kein Platz auf der Kachelkarte hinterlegt.";
pub const OUTLINED: &str = "Aktionsraum";
pub const NO_CORRELATION: &str = "Zu wenige Räume mit beiden Werten für einen Zusammenhang.";
pub const ONE_INDICATOR: &str = "Für einen Zusammenhang braucht es einen zweiten Indikator mit Werten.";
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

/// A footnote of a picture: `Arbeitslosenrate: Stand 2023`
pub fn other_period_note(indicator: &str, period: &str) -> String {
    format!("{indicator}: {}", other_period(period))
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

/// `2020 bis 2025, von 31,5 auf 38,7`: what is heard of a course; behind a break only what came after it.
pub fn course(first: (i16, f64), last: (i16, f64), decimals: u8, broken: Option<i16>) -> String {
    let broken = broken.map_or_else(String::new, |year| format!("; Bruch vor {year}"));
    if first.0 == last.0 {
        return format!("{}: {}{broken}", last.0, decimal(last.1, decimals));
    }
    let (from, to) = (decimal(first.1, decimals), decimal(last.1, decimals));
    format!("{} bis {}, von {from} auf {to}{broken}", first.0, last.0)
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
pub fn legend(classes: usize, unit: &str, method: &str) -> String {
    let unit = in_brackets(unit);
    if classes == 1 { format!("1 Klasse{unit}") } else { format!("{classes} Klassen, {method}{unit}") }
}

fn in_brackets(unit: &str) -> String {
    if unit.is_empty() { String::new() } else { format!(" ({unit})") }
}

/// `Wert, nach Abstand zur Stadt (8,4 %)`
pub fn deviation_legend(city: &str) -> String {
    format!("Wert, nach Abstand zur Stadt ({city})")
}

pub const VIEW_CLASSES: &str = "Klassen";
pub const VIEW_DEVIATION: &str = "Abweichung";
pub const VIEW_CLUSTERS: &str = "Muster";
pub const CLASS_METHOD: &str = "Verfahren der Klassen";
pub const QUANTILES: &str = "Quantile";
pub const EQUAL_INTERVALS: &str = "gleiche Abstände";
pub const NATURAL_BREAKS: &str = "natürliche Brüche (Jenks)";
pub const FIVE: &str = "5 Klassen";
pub const SEVEN: &str = "7 Klassen";
pub const CLUSTER_LEGEND: &str = "Räumliches Muster (p ≤ 0,05, für viele Tests berichtigt)";
/// The same in a table.
pub const CLUSTERS_SHORT: [&str; 5] =
    ["gering neben gering", "gering neben hoch", "kein Muster", "hoch neben gering", "hoch neben hoch"];
/// Legend of clusters, from little need among little to great need among great.
const CLUSTERS: [&str; 5] = [
    "geringe Belastung neben geringer",
    "geringe Belastung neben hoher",
    "kein Muster über den Zufall hinaus",
    "hohe Belastung neben geringer",
    "hohe Belastung neben hoher",
];
/// The same of an indicator that is not judged.
const CLUSTERS_CONTEXT: [&str; 5] = [
    "niedriger Wert neben niedrigem",
    "niedriger Wert neben hohem",
    "kein Muster über den Zufall hinaus",
    "hoher Wert neben niedrigem",
    "hoher Wert neben hohem",
];
/// An area with a value that takes no part in the pattern.
pub const OUTSIDE: &str = "ohne Nachbarn, nicht im Muster";
/// An area whose pattern is not known yet, or cannot be told.
pub const NOT_YET: &str = "Muster nicht gerechnet";

/// Legend of clusters; an indicator of the context is not judged.
pub fn clusters(context: bool) -> [&'static str; 5] {
    if context { CLUSTERS_CONTEXT } else { CLUSTERS }
}

/// Legend of hot and cold spots, from the surest spot of little need to that of great need.
const HOT_SPOTS: [&str; 5] = [
    "Häufung geringer Belastung, p ≤ 0,01",
    "Häufung geringer Belastung, p ≤ 0,05",
    "keine Häufung über den Zufall hinaus",
    "Häufung hoher Belastung, p ≤ 0,05",
    "Häufung hoher Belastung, p ≤ 0,01",
];
/// The same of an indicator that is not judged.
const HOT_SPOTS_CONTEXT: [&str; 5] = [
    "Häufung niedriger Werte, p ≤ 0,01",
    "Häufung niedriger Werte, p ≤ 0,05",
    "keine Häufung über den Zufall hinaus",
    "Häufung hoher Werte, p ≤ 0,05",
    "Häufung hoher Werte, p ≤ 0,01",
];
/// The same in a table.
pub const HOT_SPOTS_SHORT: [&str; 5] =
    ["gering, p ≤ 0,01", "gering, p ≤ 0,05", "keine Häufung", "hoch, p ≤ 0,05", "hoch, p ≤ 0,01"];
pub const HOT_SPOT_LEGEND: &str = "Häufungen (Getis-Ord G*, für viele Tests berichtigt)";
pub const LOCAL_MORAN: &str = "lokales Moran";
pub const G_STAR: &str = "G*";

/// Legend of hot and cold spots; an indicator of the context is not judged.
pub fn hot_spots(context: bool) -> [&'static str; 5] {
    if context { HOT_SPOTS_CONTEXT } else { HOT_SPOTS }
}

/// `In Häufungen (G*): 4 Räume hoher, 2 geringer Belastung.`
pub fn hot_spot_sentence(high: usize, low: usize, context: bool) -> String {
    let (high_ones, low_ones) = if context { ("hoher", "niedriger Werte") } else { ("hoher", "geringer Belastung") };
    if high + low == 0 {
        return "Keine Häufung über den Zufall hinaus (G*).".to_owned();
    }
    let rooms = if high == 1 { "Raum" } else { "Räume" };
    format!("In Häufungen (G*): {} {rooms} {high_ones}, {} {low_ones}.", count(high as i64), count(low as i64))
}

/// `6 Räume in Häufungen`
pub fn in_spots(areas: usize) -> String {
    if areas == 1 {
        "1 Raum in einer Häufung".to_owned()
    } else {
        format!("{} Räume in Häufungen", count(areas as i64))
    }
}

/// `Getis-Ord G*: Arbeitslosenrate`
pub fn g_star_of(indicator: &str) -> String {
    format!("Getis-Ord G*: {indicator}")
}

/// `Ohne Nachbarn oder Grenze, nicht im Muster: Hörde`
pub fn outside(names: &[&str]) -> String {
    format!("Ohne Nachbarn oder Grenze, nicht im Muster: {}", names.join(", "))
}

/// `Ohne Grenze, nicht auf der Karte: Nette, City (Daten › Räume)`
pub fn without_boundary(names: &[&str]) -> String {
    format!("Ohne Grenze, nicht auf der Karte: {} (Daten › Räume)", names.join(", "))
}

pub const NEIGHBOURS: &str = "Mittel der Nachbarn";
pub const PATTERN: &str = "Muster";
pub const P_VALUE: &str = "p berichtigt";
pub const HOW_COMPUTED: &str = "So wurde gerechnet";
pub const ALL_AREAS: &str = "Alle Räume";
pub const POCKETS: &str = "Versteckte Lagen";
pub const CHOOSE_HINT: &str = "Auswählen: Rahmen im Diagramm aufziehen oder Strg+Klick";
pub const CLEAR_SELECTION: &str = "Auswahl aufheben";
pub const NOTHING_CHOSEN: &str = "Noch kein Raum ausgewählt. Ziehen Sie im Streudiagramm einen Rahmen auf oder klicken Sie Räume mit gedrückter Strg-Taste an.";
pub const REMEMBER: &str = "Auswahl als Vergleich merken";
pub const NO_FINER_LEVEL: &str = "Für versteckte Lagen braucht dieser Indikator Werte einer feineren Ebene, deren Gebiete laut Daten › Räume („Gehört zu“) in diesen Räumen oder in Stadtbezirken liegen, und Werte der Gebiete darum. Lesen Sie eine Tabelle mit Unterbezirken oder statistischen Bezirken ein.";
pub const NO_POCKETS_OF_CONTEXT: &str = "Dieser Indikator ist Kontext und wird nicht als Belastung gewertet; versteckte Lagen werden bei ihm nicht gesucht.";
pub const NO_POCKETS: &str =
    "Keine versteckte Lage: Die am stärksten belasteten Teilgebiete liegen in Räumen, die selbst auffallen.";
pub const NEIGHBOUR_RULE: &str = "Nachbarn";
pub const QUEEN: &str = "gemeinsame Ecke oder Kante";
pub const ROOK: &str = "gemeinsame Kante";
pub const NEAREST_4: &str = "die 4 nächsten";
pub const NEAREST_6: &str = "die 6 nächsten";
pub const SCHEMATIC_NEIGHBOURS: &str =
    "Nachbarn nach der schematischen Karte: Für mehr als die Hälfte der Räume fehlt eine Grenze";

/// `Räumliche Muster: Gebiet 1.200 von 3.600`
pub fn space_computing(done: u64, total: u64) -> String {
    if total == 0 {
        return "Räumliche Muster werden gerechnet …".to_owned();
    }
    format!("Räumliche Muster: Gebiet {} von {}", count(done as i64), count(total as i64))
}
pub const SET_AGAINST: &str = "Im Vergleich mit";
pub const REFERENCE_LOW: &str = "Vergleichsraum A";
pub const REFERENCE_HIGH: &str = "Vergleichsraum B";
pub const NOBODY: &str = "niemand";
pub const PROFILE_FIGURE: &str = "Profil";
pub const MAP_FIGURE: &str = "Karte";
pub const SCATTER_FIGURE: &str = "Streudiagramm";
pub const WHO: &str = "Wer";
pub const HOW: &str = "Wie";
pub const REGRESSION: &str = "Ausgleichsgerade";
pub const CAVEAT: &str = "Zu beachten";
pub const CORRELATION_HOW: &str = "Rangkorrelation nach Spearman: die Korrelation der Rangplätze, bei gleichen Werten mit mittleren Plätzen. Daneben die Korrelation der Werte nach Pearson.";
pub const CORRELATION_CAVEAT: &str = "Ein Zusammenhang zwischen Räumen belegt keine Ursache bei Personen (ökologischer Fehlschluss). Räume mit gesperrten oder fehlenden Werten zählen nicht mit.";

pub const PLACE: &str = "Platz";
pub const ROWS: &str = "Räume in den Zeilen";
pub const ROWS_SET: &str = "Aktionsräume";
pub const ROWS_DISTRICT: &str = "Stadtbezirk";
pub const ROWS_CHOSEN: &str = "Auswahl";
pub const NO_ROWS: &str =
    "Hier steht noch kein Raum. Wählen Sie Räume auf der Karte aus, oder zeigen Sie oben alle Räume.";
pub const COLUMNS: &str = "Indikatoren in den Spalten";
pub const COLUMNS_ALL: &str = "Alle Indikatoren";
pub const COLUMNS_RECIPE: &str = "Nur Bedarfsindex";
pub const COLUMNS_CHOSEN: &str = "Einzeln gewählt";
pub const MATRIX_VALUES: &str = "5 Klassen, Quantile je Indikator";
pub const MATRIX_Z: &str = "z-Wert über alle Räume (Divisor n), positiv ist belasteter";
pub const MATRIX_PLACES: &str = "Platz 1 ist am stärksten belastet";
pub const MATRIX_DEVIATION: &str = "Wert minus Stadtwert";
pub const MATRIX_CLICK: &str = "Klick auf eine Zahl erklärt sie";
pub const MATRIX_SENSELESS: &str =
    "„x“ nicht sinnvoll: Anzahlen der ganzen Stadt sind die Summe der Räume und kein Maßstab für sie";
pub const CONTEXT_VALUES: &str = "Kontext ohne Wertung, deshalb ohne Farbe";
pub const CONTEXT_Z: &str = "bei Kontext heißt positiv nur: höher, ohne Wertung";
pub const CONTEXT_PLACES: &str = "bei Kontext ist Platz 1 nur der höchste Wert, ohne Wertung";
pub const MATRIX_FIGURE: &str = "Vergleich";

/// `Kontext: Einwohner`: heading of an indicator that is not judged.
pub fn context(name: &str) -> String {
    format!("Kontext: {name}")
}

/// `Vergleich: z-Wert, Sozialräume`
pub fn matrix_title(view: &str, level: &str) -> String {
    format!("{}, {level}", matrix_of(view))
}

/// `Vergleich: z-Wert`
pub fn matrix_of(view: &str) -> String {
    format!("{TABLE}: {view}")
}

/// `Vergleich: z-Wert, Sozialräume, Stand 2025`
pub fn dated(title: &str, period: &str) -> String {
    if period.is_empty() { title.to_owned() } else { format!("{title}, {}", values_of(period)) }
}

/// A picture that does not hold all of a table.
pub fn matrix_cut(most_rows: usize, rows: usize, most_columns: usize, columns: usize) -> String {
    format!(
        "Ausschnitt: {} von {} Räumen, {} von {} Indikatoren; vollständig ist die kopierte Tabelle",
        count(most_rows.min(rows) as i64),
        count(rows as i64),
        count(most_columns.min(columns) as i64),
        count(columns as i64)
    )
}

/// `z-Wert: Arbeitslosenrate`
pub fn explained(what: &str, of: &str) -> String {
    format!("{what}: {of}")
}

/// How a z-value came about.
pub fn z_how(value: &str, mean: &str, spread: &str, turned: bool) -> String {
    let turned = if turned { " Niedrige Werte bedeuten Bedarf, deshalb mit umgekehrtem Vorzeichen." } else { "" };
    format!(
        "(Wert − Mittel der Räume) : Standardabweichung = ({value} − {mean}) : {spread}. Ohne die Gewichte und \
         Bearbeitungen der Rangfolge; dort kann der z-Wert abweichen.{turned}"
    )
}

/// How a z-value of the ranking came about, with its numbers.
pub fn z_of_ranking(value: &str, centre: &str, spread: &str, robust: bool, turned: bool) -> String {
    let (of, by) =
        if robust { ("Median", "1,4826 · Median der Abweichungen") } else { ("Mittel", "Standardabweichung") };
    let formula = if turned { format!("({of} − Wert) : {by}") } else { format!("(Wert − {of}) : {by}") };
    let numbers = if turned {
        format!("({centre} − {value}) : {spread}")
    } else {
        format!("({value} − {centre}) : {spread}")
    };
    format!("{formula} = {numbers}, mit gerundeten Zahlen geschrieben.")
}

/// Among whom the ranking compares.
pub fn compared_areas(areas: usize, level: AreaLevel, recipe: &str) -> String {
    format!(
        "{}{NBSP}{} der Rangfolge „{recipe}“; Ausreißer und fehlende Werte wie im Rezept behandelt.",
        count(areas),
        area_level_plural(level)
    )
}

/// `10,6–11,6`
pub fn interval(low: f64, high: f64, decimals: u8) -> String {
    format!("{}–{}", decimal(low, decimals), decimal(high, decimals))
}

/// How an interval came about.
pub fn wilson(cases: f64, base: f64) -> String {
    format!(
        "Intervall nach Wilson (1927) ohne Stetigkeitskorrektur, aus {} von {}.",
        decimal(cases, 0),
        decimal(base, 0)
    )
}

/// How a smoothed rate came about.
pub fn empirical_bayes(observed: &str, areas: usize, level: &str) -> String {
    format!(
        "Empirisches Bayes nach Marshall (1991): Der beobachtete Anteil {observed} wird zum gemeinsamen Anteil von {} {level} gezogen, umso stärker, je weniger Fälle er hat.",
        count(areas)
    )
}

/// `5 Indikatoren`
pub fn chosen_columns(indicators: usize) -> String {
    if indicators == 1 { "1 Indikator".to_owned() } else { format!("{} Indikatoren", count(indicators)) }
}

/// `Bezirk Lütgendortmund`
pub fn district(name: &str) -> String {
    format!("Bezirk {name}")
}

/// How a place came about.
pub fn place_how(value: &str, of: usize, turned: bool) -> String {
    let side = if turned { "niedrigeren" } else { "höheren" };
    format!("1 + Zahl der Räume mit einem {side} Wert als {value}, unter {of} Räumen. Gleiche Werte teilen den Platz.")
}

/// How a deviation came about.
pub fn deviation_how(value: &str, city: &str) -> String {
    format!("Wert − Stadtwert = {value} − {city}")
}

/// Who takes part in a comparison.
pub fn with_value(areas: usize) -> String {
    format!("{areas} Räume mit Wert; gesperrte und fehlende Werte zählen nicht mit.")
}

/// `Vorschlag: Kirchhörde`
pub fn proposed(area: &str) -> String {
    format!("Vorschlag: {area}")
}

/// `Auswahl (5)`
pub fn chosen(number: usize) -> String {
    format!("Auswahl ({number})")
}

/// `Schraffiert, nicht im Zusammenhang: Oespel/Kley (nicht sicher genug)`
pub fn hatched(named: &[String]) -> String {
    format!("Schraffiert, nicht im Zusammenhang: {}", named.join(", "))
}

/// `Oespel/Kley (nicht sicher genug)`
pub fn without_value(area: &str, status: &str) -> String {
    format!("{area} ({status})")
}

/// `Moran-I 0,41, p 0,002: …`
pub fn moran_sentence(moran: f64, expectation: f64, p: Option<f64>) -> String {
    crate::text::space::reading(moran, expectation, p)
}

/// `Moran-I Arbeitslosenrate`
pub fn moran_of(indicator: &str) -> String {
    format!("Moran-I: {indicator}")
}

/// `Rangkorrelation: … und …`
pub fn correlation_of(x: &str, y: &str) -> String {
    format!("Rangkorrelation: {x} und {y}")
}

/// Who takes part in a correlation.
pub fn correlation_areas(pairs: usize, areas: usize) -> String {
    format!("{pairs} von {areas} Räumen haben beide Werte.")
}

/// The line of least squares in words.
pub fn regression(x: &str, y: &str, slope: f64, error: f64, r_squared: f64) -> String {
    format!(
        "Kleinste Quadrate. Je Einheit mehr bei „{x}“ liegt „{y}“ im Mittel um {} anders (Standardfehler {}). Die Gerade \
         beschreibt {} der Unterschiede (R²).",
        signed(slope, 2),
        decimal(error, 2),
        crate::text::share_percent(r_squared)
    )
}

/// `76.935 Einwohner · Mittel 35,2 % · Median 34,4 %`
pub fn chosen_facts(persons: Option<f64>, middle: Option<(f64, f64)>, decimals: u8, unit: &str) -> String {
    let persons = persons.map(|persons| format!("{}{NBSP}Einwohner", decimal(persons, 0)));
    let middle = middle.map(|(mean, median)| {
        let print = |value| crate::text::value_with_unit(value, decimals, unit);
        format!("Mittel {} · Median {}", print(mean), print(median))
    });
    [persons, middle].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is heard of a point.
pub fn scatter_point(area: &str, x: &str, y: &str, chosen: bool) -> String {
    let chosen = if chosen { ", in der Auswahl" } else { "" };
    format!("{area}: {x} und {y}{chosen}")
}

/// `Arbeitslosenrate und SGB-II-Quote`
pub fn scatter_title(y: &str, x: &str) -> String {
    format!("{y} und {x}")
}

/// `Räumliches Muster: Arbeitslosenrate`
pub fn pattern_of(indicator: &str) -> String {
    format!("Räumliches Muster: {indicator}")
}

/// `Arbeitslosenrate und SGB-II-Quote, Sozialräume`
pub fn at_level(what: &str, level: &str) -> String {
    format!("{what}, {level}")
}

/// `Sozialräume, Stand 2025`
pub fn map_subtitle(level: &str, period: &str) -> String {
    format!("{level}, {}", values_of(period))
}

/// A class that the legend has filtered out.
pub fn filtered_out(label: &str) -> String {
    format!("{label} (ausgeblendet)")
}

/// `Eving auf der Karte zeigen`
pub fn show_on_map(area: &str) -> String {
    format!("{area} auf der Karte zeigen")
}

/// What hidden pockets were looked for among.
pub fn pockets_basis(level: &str, areas: usize) -> String {
    format!(
        "{areas} {level} mit Wert; gesucht ist das am stärksten belastete Fünftel in Räumen, die selbst nicht dazugehören."
    )
}

/// That small areas are set against the Stadtbezirke around them.
pub fn pockets_in_districts(small: &str, around: &str, own: &str) -> String {
    format!(
        "Umgebendes Gebiet ist der gemeinsame Stadtbezirk: {small} gehören laut Daten › Räume zu {around}n, nicht zu {own}n."
    )
}

/// Heading of the copied pockets.
pub fn pockets_of(indicator: &str, small: &str, large: &str) -> String {
    format!("{POCKETS}: {indicator}, {small} in {large}")
}

pub const AROUND: &str = "Umgebendes Gebiet";
pub const VALUE_AROUND: &str = "Wert dort";
pub const PLACE_AROUND: &str = "Platz dort";
pub const REASON: &str = "Begründung";

/// `Vergleichsauswahl 2`
pub fn set_name(number: usize) -> String {
    format!("Vergleichsauswahl {number}")
}

/// `vergleichsauswahl-2`
pub fn set_code(number: usize) -> String {
    format!("vergleichsauswahl-{number}")
}

/// `Arbeitslosenrate (%)`; a name that says its unit stands alone.
pub fn axis(name: &str, unit: &str) -> String {
    crate::text::name_with_unit(name, unit)
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
