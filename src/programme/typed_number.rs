//! Numbers that were typed into text: found, and held against the data that the same sentence speaks of.

use super::basis::Basis;
use super::checks::words_of;
use crate::domain::{Area, Indicator, Ziel};
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
    let words = words_of(text).replace(NBSP, " ");
    sentences(&words)
        .flat_map(|sentence| numbers(sentence).into_iter().map(move |number| (sentence, number)))
        .map(|(sentence, number)| {
            let contradicts =
                indicator_named(basis, sentence).and_then(|card| against_data(basis, card, sentence, &number));
            TypedNumber { number, contradicts }
        })
        .collect()
}

/// The numbers in the sentence of a goal; one contradicts the goal where it is neither its start nor its target.
pub(super) fn typed_in_goal(basis: &Basis, ziel: &Ziel) -> Vec<TypedNumber> {
    let card = basis.data.indicator_by_code(&ziel.indicator);
    let Some(card) = card.filter(|card| card.unit == "%") else { return Vec::new() };
    let print = |value: f64| value_with_unit(value, card.decimals, &card.unit);
    let own = [ziel.start_value, ziel.target_value];
    let known: Vec<f64> = own.into_iter().flatten().chain(own[0].zip(own[1]).map(|(a, b)| (a - b).abs())).collect();
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

/// Areas whose name a sentence holds, the city and the Stadtbezirk among them; else the programme's own.
fn areas_named<'a>(basis: &Basis<'a>, sentence: &str) -> Vec<&'a Area> {
    let around = [basis.data.city(), basis.stadtbezirk(), basis.area()];
    let named: Vec<&Area> = around.into_iter().flatten().filter(|area| sentence.contains(&area.name)).collect();
    let city = sentence.contains("Stadt") || sentence.contains("stadtweit");
    match (named.is_empty(), basis.data.city().filter(|_| city)) {
        (true, None) => basis.area().into_iter().collect(),
        (true, Some(city)) => basis.area().into_iter().chain([city]).rev().collect(),
        (false, _) => named,
    }
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
