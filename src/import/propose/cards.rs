//! The cards of indicators that a table brings: known by name, code and unit, or new.

use super::super::header;
use super::super::mapping::{ColumnRole, Mapping, NewIndicator};
use super::super::number;
use crate::domain::{Direction, Indicator, PlanningData};
use std::collections::HashMap;

/// The indicator of exactly this name or code, else the only one of this name in another spelling; another unit is
/// another indicator.
pub(super) fn known_code(data: &PlanningData, name: &str, unit: Option<&str>) -> Option<String> {
    let unit = unit.map(unrounded);
    let same_unit =
        |known: &str| unit.is_none_or(|unit| unit.is_empty() || known.is_empty() || unit == unrounded(known));
    let plain = without_percent(name);
    let card = data.indicators.iter().find(|card| {
        let known = header::mended(&card.name);
        same_unit(&card.unit) && (card.code == name || known == name || (known == plain && card.unit == "%"))
    });
    let mut respelled = data.indicators.iter().filter(|card| same_unit(&card.unit) && is_respelled(name, card));
    let respelled = || respelled.next().filter(|_| respelled.next().is_none());
    card.or_else(respelled).map(|card| card.code.clone())
}

/// Whether a heading without its period is the name of an indicator in another spelling: capitals, hyphens and blanks,
/// umlauts, the unit of the card, its ages in brackets or a footnote mark behind it (`SGB II Quote 1)`).
pub(in crate::import) fn is_respelled(heading: &str, card: &Indicator) -> bool {
    without_percent(heading) != card.name && heading != card.name && heading != card.code && {
        let plain = plain(heading, &card.unit);
        let (name, code) = (spelled(&card.name, &card.unit), spelled(&card.code, ""));
        let is_named = |found: &str| !found.is_empty() && (found == name || found == code);
        let of_ages = || without_ages(plain, &card.age_bounds).map(letters);
        is_named(&letters(plain)) || of_ages().is_some_and(|found| is_named(&found))
    }
}

/// Share of letters that two names must have in common to be asked about as one.
const ALIKE: f64 = 0.9;

/// The names of the project's indicators, to compare those of many new cards with them.
pub(in crate::import) struct KnownNames<'a>(Vec<(String, Vec<String>, &'a Indicator)>);

impl<'a> KnownNames<'a> {
    pub(in crate::import) fn new(data: &'a PlanningData) -> KnownNames<'a> {
        let name = |card: &'a Indicator| (spelled(&card.name, &card.unit), header::numerals(&card.name), card);
        KnownNames(data.indicators.iter().map(name).collect())
    }

    /// The indicator whose name is nearly that of a new card in the same unit; numbers tell apart what is not one.
    pub(in crate::import) fn similar(&self, card: &NewIndicator) -> Option<&'a Indicator> {
        let (name, numerals) = (spelled(&card.name, &card.unit), header::numerals(&card.name));
        // Names of other lengths have too little in common, whatever they say.
        let as_long = |known: &str| known.len().abs_diff(name.len()) * 8 <= known.len().max(name.len());
        let may_be = self.0.iter().filter(|(known, telling, indicator)| {
            (indicator.unit == card.unit || card.unit.is_empty()) && *telling == numerals && as_long(known)
        });
        let scored = may_be.map(|(known, _, card)| (strsim::normalized_damerau_levenshtein(&name, known), *card));
        let best = scored.filter(|(alike, _)| *alike >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, known)| known)
    }
}

/// A name without the unit and a footnote mark at its end.
fn plain<'a>(name: &'a str, unit: &str) -> &'a str {
    let name = name.trim();
    // A bracket that began before (`Kinder (0 bis 3)`) is no mark.
    let is_whole = |rest: &&str| rest.matches('(').count() == rest.matches(')').count();
    let name = number::before_footnote(name).filter(is_whole).unwrap_or(name);
    let units: &[&str] = if unit == "%" { &["%", "Prozent"] } else { &[unit] };
    let without_unit = units.iter().filter(|unit| !unit.is_empty()).find_map(|unit| {
        let forms = ["in UNIT", "(UNIT)", "[UNIT]", "(in UNIT)", "[in UNIT]", ", UNIT", " UNIT"];
        forms.iter().find_map(|form| name.strip_suffix(&form.replace("UNIT", unit)))
    });
    without_unit.unwrap_or(name).trim_end()
}

/// Letters and digits of a name in small letters without umlauts, without the unit and a footnote mark at its end.
fn spelled(name: &str, unit: &str) -> String {
    letters(plain(name, unit))
}

/// Letters and digits of a name in small letters without umlauts; a percent that is left tells a share from a count.
fn letters(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            letter if letter.is_alphanumeric() || matches!(letter, '%' | '‰') => plain.push(letter),
            _ => {}
        }
    }
    plain
}

/// A name without a bracket at its end that holds these ages: `(15–65)` or `(15 bis 64 Jahre)` are `15 bis unter 65
/// Jahre`.
fn without_ages<'a>(name: &'a str, ages: &str) -> Option<&'a str> {
    let (rest, bracket) = name.strip_suffix(')')?.rsplit_once('(')?;
    let rest = rest.trim_end();
    (!rest.is_empty() && ages_of(bracket)?.are(&ages_of(ages)?)).then_some(rest)
}

/// Ages in words, in years.
struct Ages {
    numbers: Vec<u32>,
    /// Whether the last number is not reached.
    under: bool,
    /// Whether only the youngest age is given.
    open: bool,
}

impl Ages {
    /// Whether these ages are those of a card. A bracket mostly leaves out whether it reaches its last age.
    fn are(&self, card: &Ages) -> bool {
        let ([from, to], [first, last]) = (&self.numbers[..], &card.numbers[..]) else {
            return self.numbers == card.numbers && (self.under, self.open) == (card.under, card.open);
        };
        from == first && (to == last || (card.under && !self.under && to + 1 == *last))
    }
}

/// The ages that a text consists of; none if it says anything else.
fn ages_of(text: &str) -> Option<Ages> {
    let mut ages = Ages { numbers: Vec::new(), under: false, open: false };
    let lower = text.to_lowercase().replace(['–', '-', '—', '.', ','], " ");
    ages.open = lower.contains('+');
    for word in lower.replace('+', " ").split_whitespace() {
        match word {
            "unter" | "u" => ages.under = true,
            "ab" | "älter" | "mehr" => ages.open = true,
            "von" | "bis" | "und" | "jahr" | "jahre" | "jahren" | "j" | "alter" | "im" => {}
            number => ages.numbers.push(number.parse().ok()?),
        }
    }
    matches!(ages.numbers.len(), 1 | 2).then_some(ages)
}

impl Mapping {
    /// The code of the indicator with this name; the project's, one of the new cards, or that of a card made here.
    pub fn indicator_named(&mut self, name: &str, data: &PlanningData) -> String {
        let (name, _) = header::split_period(name);
        let unit = header::unit(&name);
        if let Some(code) = known_code(data, &name, unit.as_deref()) {
            return code;
        }
        if let Some(card) = self.new_indicators.iter().find(|card| is_called(card, &name)) {
            return card.code.clone();
        }
        Cards::beside(self, data).add(self, &name, unit.as_deref().unwrap_or(""), 1, "")
    }

    /// Reads all that is the indicator of a new card as that of a known one.
    pub fn equate(&mut self, new: &str, known: &str) {
        for column in &mut self.columns {
            if let ColumnRole::Indicator { code, .. } = &mut column.role
                && code == new
            {
                known.clone_into(code);
            }
        }
        self.indicator_choices.values_mut().filter(|code| *code == new).for_each(|code| known.clone_into(code));
    }

    /// Says that a new card is an indicator of its own, however it is called.
    pub fn keep_apart(&mut self, new: &str) {
        self.new_indicators.iter_mut().filter(|card| card.code == new).for_each(|card| card.own = true);
    }
}

/// Whether a heading names a card, with or without its unit.
fn is_called(card: &NewIndicator, heading: &str) -> bool {
    card.name == heading || (card.unit == "%" && card.name == without_percent(heading))
}

/// How names say that their values are percent.
const IN_PERCENT: [&str; 4] = [" in %", " (%)", " [%]", ", %"];

/// A name without the percent at its end, which the unit of the card says.
fn without_percent(name: &str) -> &str {
    IN_PERCENT.iter().find_map(|unit| name.strip_suffix(unit)).unwrap_or(name)
}

/// Takes the percent out of the names of new cards from one on, unless it is all that tells one from another card:
/// `Arbeitslose` and `Arbeitslose in %` of one table keep their names.
pub(super) fn name_without_unit(mapping: &mut Mapping, first: usize, data: &PlanningData) {
    let mut taken: HashMap<String, u32> = HashMap::new();
    let names = mapping.new_indicators.iter().map(|card| card.name.as_str());
    for name in names.chain(data.indicators.iter().map(|card| card.name.as_str())) {
        *taken.entry(without_percent(name).to_owned()).or_default() += 1;
    }
    for card in mapping.new_indicators.iter_mut().skip(first).filter(|card| card.unit == "%") {
        let plain = without_percent(&card.name);
        if taken.get(plain) == Some(&1) && plain.ends_with(char::is_alphanumeric) {
            card.name = plain.to_owned();
        }
    }
}

/// A unit without the remark that its values are rounded.
fn unrounded(unit: &str) -> &str {
    [" (rund)", " (gerundet)"].iter().find_map(|remark| unit.strip_suffix(remark)).unwrap_or(unit)
}

const POPULATION: [&str; 8] = [
    "bevölkerung",
    "einwohner",
    "einwohner/-innen",
    "einwohnerinnen und einwohner",
    "einwohner (hauptwohnsitz)",
    "inhabitants",
    "ew",
    "hauptwohnbevölkerung",
];

/// The cards that a proposal adds, by name and by code.
pub(super) struct Cards<'a> {
    data: &'a PlanningData,
    /// Codes by heading.
    names: HashMap<String, String>,
    codes: HashMap<String, u32>,
    has_population: bool,
}

impl Cards<'_> {
    pub(super) fn new(data: &PlanningData) -> Cards<'_> {
        let has_population = data.indicators.iter().any(|card| card.is_population);
        Cards { data, names: HashMap::new(), codes: HashMap::new(), has_population }
    }

    /// The cards of a mapping that has some already.
    pub(super) fn beside<'a>(mapping: &Mapping, data: &'a PlanningData) -> Cards<'a> {
        let mut cards = Cards::new(data);
        for card in &mapping.new_indicators {
            cards.names.insert(card.name.clone(), card.code.clone());
            for unit in IN_PERCENT.iter().filter(|_| card.unit == "%") {
                cards.names.entry(format!("{}{unit}", card.name)).or_insert_with(|| card.code.clone());
            }
            cards.codes.insert(card.code.clone(), 1);
            cards.has_population |= card.is_population;
        }
        cards
    }

    /// The code of the card that was added for this heading.
    pub(super) fn code_of(&self, heading: &str) -> Option<&String> {
        self.names.get(heading)
    }

    /// Adds a card and gives its code.
    pub(super) fn add(
        &mut self,
        mapping: &mut Mapping,
        name: &str,
        unit: &str,
        decimals: u8,
        definition: &str,
    ) -> String {
        let code = self.free_code(name);
        let is_population = !self.has_population && POPULATION.contains(&name.to_lowercase().as_str());
        self.has_population |= is_population;
        self.names.insert(name.to_owned(), code.clone());
        mapping.new_indicators.push(NewIndicator {
            code: code.clone(),
            name: name.to_owned(),
            definition: definition.to_owned(),
            numerator: String::new(),
            denominator: String::new(),
            unit: unit.to_owned(),
            scale: match unit {
                "%" | "je 100" => 100.0,
                "je 1.000" => 1000.0,
                _ => 1.0,
            },
            decimals,
            direction: Direction::Context,
            dimension: String::new(),
            handlungsfeld: None,
            is_population,
            own: false,
        });
        code
    }

    /// The slug of a name, numbered from 2 where it is taken.
    fn free_code(&mut self, name: &str) -> String {
        let base = header::code(name);
        let mut code = base.clone();
        while self.codes.contains_key(&code) || self.data.indicator_by_code(&code).is_some() {
            let times = self.codes.entry(base.clone()).or_insert(1);
            *times += 1;
            code = format!("{base}-{times}");
        }
        self.codes.insert(code.clone(), 1);
        code
    }
}
