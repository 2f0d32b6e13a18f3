//! Numbers that were typed into text: found, and held against the data that the same sentence speaks of.

use super::basis::Basis;
use super::named_area::areas_named_in;
use crate::domain::{Area, Indicator, IndicatorId, Massnahme, TextPiece, Ziel, text_pieces};
use crate::text::{NBSP, parse_number, report, value_with_unit};

/// A number typed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNumber {
    /// As written: `12,5 %`.
    pub number: String,
    /// What stands against it, in words; none where it agrees or nothing can be said.
    pub contradicts: Option<String>,
}

/// The typed numbers of a text. A number contradicts the data where its sentence names an indicator and an area (or
/// none: then the programme's own is meant), and no period shows that number there.
pub(super) fn typed_numbers(basis: &Basis, text: &str) -> Vec<TypedNumber> {
    typed_beside(basis, text, &Planned::default())
}

/// The same where a goal or a measure plans values of its own: these may be named too.
pub(super) fn typed_beside(basis: &Basis, text: &str, planned: &Planned) -> Vec<TypedNumber> {
    let words = words_of(text).replace(NBSP, " ");
    sentences(&words)
        .flat_map(|sentence| numbers(sentence).into_iter().map(move |number| (sentence, number)))
        .map(|(sentence, number)| {
            let contradicts = indicator_named(basis, sentence)
                .filter(|card| !planned.names(card, &number))
                .and_then(|card| against_data(basis, card, sentence, &number));
            TypedNumber { number, contradicts }
        })
        .collect()
}

/// Values that goals and measures plan: start, target and the way between them, by indicator.
#[derive(Default)]
pub(super) struct Planned(Vec<(IndicatorId, f64)>);

impl Planned {
    /// Those of a goal.
    pub(super) fn of_goal(basis: &Basis, ziel: &Ziel) -> Planned {
        let mut planned = Planned::default();
        planned.add(basis, &ziel.indicator, ziel.start_value, ziel.target_value);
        planned
    }

    /// Those of a measure and of its Handlungsziel.
    pub(super) fn of_measure(basis: &Basis, massnahme: &Massnahme) -> Planned {
        let ziel = massnahme.ziel.and_then(|id| super::plan::goal(basis.programme, id));
        let mut planned = ziel.map_or_else(Planned::default, |ziel| Planned::of_goal(basis, ziel));
        planned.add(basis, &massnahme.indikator, massnahme.ausgangswert, massnahme.zielwert);
        planned
    }

    fn add(&mut self, basis: &Basis, code: &str, start: Option<f64>, target: Option<f64>) {
        if let Some(card) = basis.data.indicator_by_code(code) {
            self.0.extend(with_way(start, target).into_iter().map(|value| (card.id, value)));
        }
    }

    fn names(&self, card: &Indicator, number: &str) -> bool {
        self.0.iter().any(|(id, value)| *id == card.id && shows(number, *value, card))
    }
}

/// Start, target, and how far it is from one to the other.
fn with_way(start: Option<f64>, target: Option<f64>) -> Vec<f64> {
    let way = start.zip(target).map(|(start, target)| (start - target).abs());
    [start, target, way].into_iter().flatten().collect()
}

/// The words of a text without what is bound in it.
pub(super) fn words_of(text: &str) -> String {
    text_pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            TextPiece::Words(words) => Some(words),
            TextPiece::Bound(_) | TextPiece::Unknown(_) => None,
        })
        .collect::<Vec<String>>()
        .join(" ")
}

/// The numbers in the sentence of a goal; one contradicts the goal where it is neither its start nor its target.
pub(super) fn typed_in_goal(basis: &Basis, ziel: &Ziel) -> Vec<TypedNumber> {
    let card = basis.data.indicator_by_code(&ziel.indicator);
    let Some(card) = card.filter(|card| card.unit == "%") else { return Vec::new() };
    let print = |value: f64| value_with_unit(value, card.decimals, &card.unit);
    let known = with_way(ziel.start_value, ziel.target_value);
    let words = words_of(&ziel.text).replace(NBSP, " ");
    numbers(&words)
        .into_iter()
        .filter(|number| number.ends_with('%'))
        .map(|number| {
            let fits = known.is_empty() || known.iter().any(|value| shows(&number, *value, card));
            let target = ziel.target_value.or(ziel.start_value);
            let contradicts = target.filter(|_| !fits).map(|target| report::planned_value(&print(target)));
            TypedNumber { number, contradicts }
        })
        .collect()
}

/// A text cut behind points and other ends that are followed by a blank.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").flat_map(|part| part.split_inclusive(['!', '?', '\n']))
}

/// Numbers that look like data: with a decimal comma, a percent sign or a point between thousands.
fn numbers(words: &str) -> Vec<String> {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| {
            let number = token.trim_matches(|c: char| !c.is_ascii_digit() && c != '%');
            let next = tokens.get(at + 1).copied().unwrap_or("");
            let percent = next.starts_with('%') || next.starts_with("Prozent");
            let digits = number.trim_end_matches('%').trim();
            looks_like_data(digits, percent || number.ends_with('%'))
                .then(|| if percent { format!("{digits} %") } else { number.to_owned() })
        })
        .collect()
}

fn looks_like_data(number: &str, percent: bool) -> bool {
    let numeric = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    let thousands = parse_number(number).is_ok() && number.contains('.');
    numeric && (percent || number.contains(',') || thousands)
}

/// The indicator that a sentence names; the longest name counts, because short ones are parts of longer ones.
fn indicator_named<'a>(basis: &Basis<'a>, sentence: &str) -> Option<&'a Indicator> {
    let sentence = sentence.to_lowercase();
    let named = |card: &&Indicator| card.name.len() > 3 && sentence.contains(&card.name.to_lowercase());
    basis.data.indicators.iter().filter(named).max_by_key(|card| card.name.len())
}

fn against_data(basis: &Basis, card: &Indicator, sentence: &str, number: &str) -> Option<String> {
    if number.ends_with('%') != (card.unit == "%") {
        return None;
    }
    let places = areas_named(basis, sentence);
    let values: Vec<(f64, &str, &Area)> = places
        .into_iter()
        .flat_map(|area| {
            let periods = basis.data.periods_of(card.id).into_iter();
            periods.filter_map(move |period| {
                Some((basis.data.dataset.value(card.id, area.id, period.id)?, period.label.as_str(), area))
            })
        })
        .collect();
    if values.iter().any(|(value, ..)| shows(number, *value, card)) {
        return None;
    }
    let (value, period, area) = values.last()?;
    let value = value_with_unit(*value, card.decimals, &card.unit);
    Some(report::data_show(&card.name, &area.name, &value, period))
}

/// Areas that a sentence speaks of, the city among them; else the programme's own.
fn areas_named<'a>(basis: &Basis<'a>, sentence: &str) -> Vec<&'a Area> {
    let named = areas_named_in(basis.data, sentence);
    let city_words = |city: &Area| ["Stadt", "stadtweit", &city.name].iter().any(|word| sentence.contains(word));
    let city = basis.data.city().is_some_and(city_words);
    match (named.is_empty(), basis.data.city().filter(|_| city)) {
        (true, None) => basis.area().into_iter().collect(),
        (true, Some(city)) => basis.area().into_iter().chain([city]).rev().collect(),
        (false, _) => own_last(basis, named),
    }
}

/// What stands last is said to the planner.
fn own_last<'a>(basis: &Basis, mut areas: Vec<&'a Area>) -> Vec<&'a Area> {
    areas.sort_by_key(|area| area.id == basis.programme.area);
    areas
}

/// Whether a written number is a value as printed, with its own decimals or those of the indicator.
fn shows(number: &str, value: f64, card: &Indicator) -> bool {
    let digits = number.trim_end_matches('%').trim();
    let Ok(written) = parse_number(digits) else { return true };
    let decimals = digits.split_once(',').map_or(0, |(_, after)| after.len());
    let half = 0.5 * 10f64.powi(-i32::try_from(decimals.min(usize::from(card.decimals))).unwrap_or(0));
    (written - value).abs() <= half + 1e-9
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_basis;
    use super::*;
    use crate::domain::{Handlungsfeld, ZielId, ZielKind};

    fn found(text: &str) -> Vec<(String, bool)> {
        with_basis(|basis| {
            typed_numbers(basis, text).into_iter().map(|typed| (typed.number, typed.contradicts.is_some())).collect()
        })
    }

    fn only_numbers(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn typed_numbers_are_found_but_years_and_dates_are_not() {
        let text = "Seit 2019, am 31.12.2025, sind 12,5 % und 40 Prozent von 9.680 Menschen in 3 Straßen betroffen.";
        assert_eq!(only_numbers(text), ["12,5 %", "40 %", "9.680"]);
    }

    #[test]
    fn bound_numbers_are_not_typed() {
        assert!(only_numbers("Die Quote beträgt [wert:SGB2:marten:2025].").is_empty());
    }

    #[test]
    fn a_number_beside_an_indicator_is_held_against_the_data() {
        let with = |text: &str| found(text).remove(0).1;
        assert!(!with("Die Arbeitslosenrate liegt bei 12,0 %."), "2025");
        assert!(!with("Im Jahr 2021 lag die Arbeitslosenrate bei 10 Prozent."), "an earlier period, rounded");
        assert!(with("Die Arbeitslosenrate liegt bei 14,2 %."));
        assert!(!with("In Musterstadt liegt die Arbeitslosenrate bei 8,0 %."), "the city's value");
        assert!(with("In Ahornfeld liegt die Arbeitslosenrate bei 8,0 %."), "the city's value in the wrong place");
        assert!(!with("In Birkenau liegt die Arbeitslosenrate bei 8,6 %."), "the value of an area next door");
        assert!(with("In Birkenau liegt die Arbeitslosenrate bei 12,0 %."), "the own value in the place next door");
        assert!(!with("Rund 30 % der Eltern wünschen sich ein Café."), "no indicator is named");
    }

    #[test]
    fn a_goal_must_not_say_another_number_than_its_target() {
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let goal = |text: &str| Ziel {
            indicator: "ALO".into(),
            start_value: Some(12.0),
            target_value: Some(11.0),
            ..Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, text)
        };
        let contradicts = |text: &str| {
            with_basis(|basis| typed_in_goal(basis, &goal(text)).iter().any(|typed| typed.contradicts.is_some()))
        };
        assert!(!contradicts("Die Rate sinkt von 12,0 % auf 11 Prozent."));
        assert!(contradicts("Die Rate sinkt auf 10,5 Prozent."));
    }
}
