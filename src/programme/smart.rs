//! SMART: whether a Handlungsziel is spezifisch, messbar, akzeptiert, realistisch, terminiert (Doran 1981), letter by
//! letter with the reason.

use super::basis::Basis;
use super::findings::{self, Reading};
use crate::analysis::{self, SeriesPoint};
use crate::domain::{Direction, Indicator, Ziel};
use crate::text::report::smart as words;

/// One of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SmartLetter {
    /// Names group and place.
    Spezifisch,
    /// Measure, start and target.
    Messbar,
    /// Somebody agrees.
    Akzeptiert,
    /// The target beside trend and city.
    Realistisch,
    /// By when.
    Terminiert,
}

impl SmartLetter {
    /// The five, in order.
    pub const ALL: [SmartLetter; 5] = [
        SmartLetter::Spezifisch,
        SmartLetter::Messbar,
        SmartLetter::Akzeptiert,
        SmartLetter::Realistisch,
        SmartLetter::Terminiert,
    ];

    /// `S`
    pub fn letter(self) -> char {
        self.word().chars().next().map_or(' ', |c| c.to_ascii_uppercase())
    }

    /// `spezifisch`
    pub fn word(self) -> &'static str {
        match self {
            SmartLetter::Spezifisch => words::SPECIFIC,
            SmartLetter::Messbar => words::MEASURABLE,
            SmartLetter::Akzeptiert => words::ACCEPTED,
            SmartLetter::Realistisch => words::REALISTIC,
            SmartLetter::Terminiert => words::TIMED,
        }
    }
}

/// What was found for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmartPoint {
    /// The letter.
    pub letter: SmartLetter,
    /// Whether the goal is so.
    pub met: bool,
    /// Why, or what is missing: a German sentence.
    pub reason: String,
}

/// The five points of a goal.
pub fn smart(basis: &Basis, ziel: &Ziel) -> Vec<SmartPoint> {
    SmartLetter::ALL
        .into_iter()
        .map(|letter| {
            let (met, reason) = match letter {
                SmartLetter::Spezifisch => specific(basis, ziel),
                SmartLetter::Messbar => measurable(basis, ziel),
                SmartLetter::Akzeptiert => accepted(basis, ziel),
                SmartLetter::Realistisch => realistic(basis, ziel),
                SmartLetter::Terminiert => timed(basis, ziel),
            };
            SmartPoint { letter, met, reason }
        })
        .collect()
}

/// Words that name a place within or as the Aktionsraum.
const PLACES: [&str; 5] = ["aktionsraum", "quartier", "stadtteil", "gebiet", "sozialraum"];

fn specific(basis: &Basis, ziel: &Ziel) -> (bool, String) {
    let text = ziel.text.to_lowercase();
    let parts = basis.area_name().to_lowercase();
    let named = parts.split('/').any(|part| !part.is_empty() && text.contains(part));
    let place = named || !ziel.ort.trim().is_empty() || PLACES.iter().any(|word| text.contains(word));
    match (ziel.zielgruppe.trim(), place) {
        ("", false) => (false, words::NO_GROUP_NO_PLACE.to_owned()),
        ("", true) => (false, words::NO_GROUP.to_owned()),
        (_, false) => (false, words::NO_PLACE.to_owned()),
        (group, true) => {
            let place = if ziel.ort.trim().is_empty() { basis.area_name() } else { ziel.ort.trim() };
            (true, words::specific(group, place))
        }
    }
}

fn measurable(basis: &Basis, ziel: &Ziel) -> (bool, String) {
    let mut missing = Vec::new();
    if !ziel.is_measured() {
        missing.push(words::MEASURE);
    }
    if ziel.start_value.is_none() {
        missing.push(words::START);
    }
    if ziel.target_value.is_none() {
        missing.push(words::TARGET);
    }
    if !missing.is_empty() {
        return (false, words::missing(&missing));
    }
    let by = indicator(basis, ziel).map_or(ziel.messgroesse.trim(), |card| card.name.as_str());
    match &ziel.start_bound {
        Some(bound) => (true, words::measured_from_data(by, &bound.shown)),
        None => (true, words::measured(by)),
    }
}

fn accepted(basis: &Basis, ziel: &Ziel) -> (bool, String) {
    if !ziel.beteiligte.trim().is_empty() {
        return (true, words::accepted_by(ziel.beteiligte.trim()));
    }
    let mut carriers: Vec<String> = basis
        .massnahmen()
        .into_iter()
        .filter(|massnahme| massnahme.ziel == Some(ziel.id) && !massnahme.traeger.trim().is_empty())
        .map(|massnahme| massnahme.traeger.trim().to_owned())
        .collect();
    carriers.dedup();
    match carriers.is_empty() {
        true => (false, words::NOBODY.to_owned()),
        false => (true, words::accepted_by_carriers(&carriers)),
    }
}

fn timed(basis: &Basis, ziel: &Ziel) -> (bool, String) {
    let (first, last) = (basis.programme.first_year, basis.programme.last_year);
    match ziel.target_year {
        None => (false, words::NO_YEAR.to_owned()),
        Some(year) if year < first => (false, words::before_programme(year, first)),
        Some(year) if year > last => (true, words::after_programme(year, last)),
        Some(year) => (true, words::by(year)),
    }
}

/// The target beside what the series did so far and beside the city. What speaks against it is outweighed by the
/// planner's reason, which is shown with it.
fn realistic(basis: &Basis, ziel: &Ziel) -> (bool, String) {
    let (met, found) = beside_data(basis, ziel);
    match ziel.realismus.trim() {
        "" if met => (true, found),
        "" => (false, words::needs_reason(&found)),
        reason => (true, words::with_reason(&found, reason)),
    }
}

fn beside_data(basis: &Basis, ziel: &Ziel) -> (bool, String) {
    let Some((start, target)) = ziel.start_value.zip(ziel.target_value) else {
        return (false, words::NO_VALUES.to_owned());
    };
    let Some(reading) = indicator(basis, ziel).and_then(|card| findings::reading(basis, card)) else {
        return (false, words::NO_SERIES.to_owned());
    };
    let card = reading.indicator;
    let need = match card.direction {
        Direction::HighIsNeed | Direction::Context => 1.0,
        Direction::LowIsNeed => -1.0,
    };
    let relief = need * (start - target);
    if relief < 0.0 && card.direction != Direction::Context {
        return (false, words::WRONG_WAY.to_owned());
    }
    if let Some(sentence) = beyond_city(&reading, card, need, start, target) {
        return (false, sentence);
    }
    let (Some(year), Some(from)) = (ziel.target_year, reading.period.year) else {
        return (false, words::NO_YEAR.to_owned());
    };
    // A context indicator is no burden: its target says which way it is to go.
    let falls = if card.direction == Direction::Context && target > start { -1.0 } else { need };
    beside_series(basis, card, falls, relief.abs() / f64::from((year - from).max(1)))
}

/// The target would be more favourable than the city although the area is more burdened today.
fn beyond_city(reading: &Reading, card: &Indicator, need: f64, start: f64, target: f64) -> Option<String> {
    let city = reading.city?.value?;
    let beyond = need * (start - city) > 0.0 && need * (target - city) < 0.0 && card.direction != Direction::Context;
    beyond.then(|| words::beyond_city(&words::value(city, card)))
}

/// What is needed each year beside the strongest change towards the target that the area has shown within the
/// comparable series; `falls` is 1 where a lower value is the way to it, −1 where a higher one is. A change away from
/// the target shows nothing of what can be reached.
fn beside_series(basis: &Basis, card: &Indicator, falls: f64, per_year: f64) -> (bool, String) {
    let series = analysis::series(basis.data, card.id, basis.programme.area, &[]);
    let points: &[SeriesPoint] = series.newest().map_or(&[], |segment| segment.points.as_slice());
    let changes =
        points.windows(2).map(|pair| (pair[1].value - pair[0].value) / f64::from((pair[1].year - pair[0].year).max(1)));
    let Some(last) = changes.clone().next_back() else { return (false, words::NO_SERIES.to_owned()) };
    let strongest = changes.map(|change| -falls * change).fold(f64::NEG_INFINITY, f64::max);
    let print = |points: f64| words::points(points, card);
    if strongest <= 0.0 && per_year > strongest {
        return (false, words::never_so(&print(per_year), &words::signed(last, card)));
    }
    let trend = series.newest().and_then(analysis::Segment::slope).map(|slope| slope.robust_per_year);
    let words = words::beside_trend(&print(per_year), &print(strongest), trend.map(|trend| words::signed(trend, card)));
    (per_year <= strongest, words)
}

fn indicator<'a>(basis: &Basis<'a>, ziel: &Ziel) -> Option<&'a Indicator> {
    basis.data.indicator_by_code(&ziel.indicator)
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::domain::{Handlungsfeld, Massnahme, MassnahmeId, ZielId, ZielKind};

    fn goal() -> Ziel {
        Ziel {
            indicator: "ALO".into(),
            start_value: Some(12.0),
            target_value: Some(11.0),
            target_year: Some(2029),
            zielgruppe: "Jugendliche".into(),
            beteiligte: "Jobcenter".into(),
            ..Ziel::new(
                ZielId(2),
                ZielKind::Handlungsziel { parent: ZielId(1) },
                Handlungsfeld::Arbeit,
                "Im Quartier finden mehr Jugendliche Arbeit.",
            )
        }
    }

    fn letters(ziel: &Ziel) -> String {
        testing::with_data(
            testing::data_that_fell(),
            |_| {},
            |basis| smart(basis, ziel).iter().filter(|point| point.met).map(|point| point.letter.letter()).collect(),
        )
    }

    #[test]
    fn a_goal_with_all_that_it_needs_has_five_letters() {
        assert_eq!(letters(&goal()), "SMART");
    }

    #[test]
    fn each_letter_falls_by_itself() {
        assert_eq!(letters(&Ziel { zielgruppe: String::new(), ..goal() }), "MART");
        assert_eq!(letters(&Ziel { text: "Mehr Arbeit".into(), ..goal() }), "MART");
        assert_eq!(letters(&Ziel { start_value: None, ..goal() }), "SAT");
        assert_eq!(letters(&Ziel { beteiligte: String::new(), ..goal() }), "SMRT");
        assert_eq!(letters(&Ziel { target_year: None, ..goal() }), "SMA");
        let early = Ziel { target_year: Some(2026), target_value: Some(11.6), ..goal() };
        assert_eq!(letters(&early), "SMAR");
    }

    #[test]
    fn a_target_is_held_against_trend_city_and_direction() {
        assert_eq!(letters(&Ziel { target_value: Some(13.0), ..goal() }), "SMAT", "more burdened than today");
        assert_eq!(letters(&Ziel { target_value: Some(7.0), ..goal() }), "SMAT", "better than the city");
        assert_eq!(letters(&Ziel { target_value: Some(8.1), target_year: Some(2027), ..goal() }), "SMAT", "too fast");
        let reason = "Die Mittel sind doppelt so hoch wie bisher.".to_owned();
        assert_eq!(letters(&Ziel { target_value: Some(7.0), realismus: reason, ..goal() }), "SMART");
    }

    #[test]
    fn a_series_that_only_went_the_other_way_makes_no_target_realistic() {
        let realistic = |ziel: &Ziel| testing::with_basis(|basis| smart(basis, ziel)[3].clone());
        // From 10,0 in 2021 by 0,5 a year to 12,0 in 2025.
        let point = realistic(&goal());
        assert!(!point.met, "{}", point.reason);
        assert!(point.reason.contains("nicht in diese Richtung") && point.reason.contains("+0,50"), "{}", point.reason);
        assert!(!realistic(&Ziel { target_value: Some(12.0), ..goal() }).met, "nor that it stays as it is");
    }

    #[test]
    fn a_count_of_its_own_is_measurable_but_its_target_needs_a_reason() {
        let count = Ziel { indicator: String::new(), messgroesse: "Haushalte im Jahr".into(), ..goal() };
        assert_eq!(letters(&count), "SMAT");
    }

    #[test]
    fn measures_speak_for_the_acceptance_of_their_goal() {
        let ziel = Ziel { beteiligte: String::new(), ..goal() };
        let massnahme = Massnahme {
            ziel: Some(ziel.id),
            traeger: "Verein".into(),
            ..Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit)
        };
        let met = testing::with_programme(
            |programme| programme.massnahmen = vec![massnahme.clone()],
            |basis| smart(basis, &ziel)[2].met,
        );
        assert!(met);
    }
}
