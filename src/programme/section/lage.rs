//! 2.2 to 2.4: the situation of a section: its finding, the telling values, the others in passing, and once at the
//! end what is provisional, cut off or missing.

use super::super::basis::Basis;
use super::super::findings::{self, Reading};
use super::super::resolve::area_reference;
use super::{bound, value_of};
use crate::domain::{Area, BindingRef, Direction, Observation, SectionKey, Status};
use crate::text::report::{self, Emphasis, Group, Said, Told, Trend};
use std::collections::BTreeMap;

/// Values that a section tells in full.
const TELLING: usize = 2;

/// Change in relation to the start below which nothing is said about more or less need.
const SLIGHT_CHANGE: f64 = 0.02;

/// Statuses that a section names once for all its values.
const NAMED_STATUSES: [Status; 4] = [Status::Provisional, Status::Revised, Status::Estimated, Status::Limited];

/// Context values told in a section; a table with more of them than a reader takes in leaves the rest to the table of indicators.
const MOST_IN_CONTEXT: usize = 6;

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis, section: SectionKey) -> Vec<String> {
    let readings = findings::section_readings(basis, section);
    let Some(area) = basis.area().filter(|_| !readings.is_empty()) else { return vec![report::no_values()] };
    let section = Section { basis, area, key: section, readings: &readings };
    let mut paragraphs = section.judged();
    paragraphs.push(section.context());
    paragraphs.push(section.remarks());
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

struct Section<'a> {
    basis: &'a Basis<'a>,
    area: &'a Area,
    key: SectionKey,
    readings: &'a [Reading<'a>],
}

impl Section<'_> {
    /// The finding with the telling values, then the others.
    fn judged(&self) -> Vec<String> {
        let judged: Vec<(&Reading, Group)> =
            self.readings.iter().filter_map(|reading| Some((reading, reading.group()?))).collect();
        let (burdened, compared) = findings::section_burden(self.readings);
        let period = shared_period(judged.iter().map(|(reading, _)| *reading));
        let when = report::when(period);
        if let [(reading, group)] = judged.as_slice() {
            let told = self.told(reading, Some(&reading.period.label));
            let only = report::only_value(&told, *group, &report::when(Some(&reading.period.label)));
            let place = self.place(reading, *group, true);
            let change = self.change(0, reading);
            return vec![joined([Some(only), place, change])];
        }
        if compared == 0 {
            return vec![self.in_passing(&judged, &[], None)];
        }
        let count = bound(&BindingRef::BurdenInSection { area: area_reference(self.area), section: self.key });
        let strongest = strongest_change(&judged);
        let telling = telling(&judged);
        let mut first = vec![report::situation_opening(burdened, compared, &when, &count)];
        let mut placed = false;
        for (variant, &(reading, group, emphasis)) in telling.iter().enumerate() {
            first.push(report::telling_value(&self.told(reading, period), emphasis));
            let place = self.place(reading, group, !placed);
            placed |= place.is_some();
            first.extend(place);
            if !strongest.is_some_and(|strongest| same(strongest, reading)) {
                first.extend(self.change(variant, reading));
            }
        }
        let chosen: Vec<&Reading> = telling.iter().map(|&(reading, _, _)| reading).collect();
        let rest: Vec<(&Reading, Group)> =
            judged.iter().copied().filter(|(reading, _)| !chosen.iter().any(|chosen| same(chosen, reading))).collect();
        let said: Vec<Group> = telling.iter().map(|&(_, group, _)| group).collect();
        let others = self.in_passing(&rest, &said, period);
        vec![first.join(" "), joined([Some(others), strongest.and_then(|reading| self.strongest(reading))])]
    }

    /// The values not told in full, a sentence per side of the city's value.
    fn in_passing(&self, rest: &[(&Reading, Group)], said: &[Group], period: Option<&str>) -> String {
        let mut groups: BTreeMap<Group, Vec<Told>> = BTreeMap::new();
        for (reading, group) in rest {
            groups.entry(*group).or_default().push(self.told(reading, period));
        }
        let mut groups: Vec<(Group, Vec<Told>)> = groups.into_iter().collect();
        groups.sort_by_key(|(group, _)| verdict_order(*group));
        let mut said: Vec<Group> = said.to_vec();
        let mut sentences = Vec::new();
        for (at, (group, items)) in groups.into_iter().enumerate() {
            let before = already_said(&said, group);
            sentences.push(report::in_passing(self.key as usize + at, group, &items, before));
            said.push(group);
        }
        sentences.join(" ")
    }

    fn context(&self) -> String {
        let mut context: Vec<&Reading> = self
            .readings
            .iter()
            .filter(|reading| reading.indicator.direction == Direction::Context && reading.has_value())
            .collect();
        let unsaid = context.len() > MOST_IN_CONTEXT;
        if unsaid {
            // Shares can be read beside the city's, counts cannot: they come last and stay in the table.
            context.sort_by_key(|reading| reading.indicator.unit.is_empty());
            context.truncate(MOST_IN_CONTEXT);
        }
        let Some(first) = context.first() else { return String::new() };
        let period = first.period.label.as_str();
        let told: Vec<Told> = context.iter().map(|reading| self.told(reading, Some(period))).collect();
        let changes: Vec<(String, String, String, Trend)> = context
            .iter()
            .filter_map(|reading| {
                let change = reading.change?;
                let trend = trend(reading, change.difference);
                Some((name(reading), change.from.label.clone(), self.difference(reading)?, trend))
            })
            .collect();
        joined([
            Some(report::context_values(&told, &report::when(Some(period)))),
            report::context_changes(&changes),
            unsaid.then(report::context_elsewhere),
            Some(report::context_closing(told.len())),
        ])
    }

    /// What is provisional, cut off or missing: each said once.
    fn remarks(&self) -> String {
        let mut sentences = Vec::new();
        for status in NAMED_STATUSES {
            let names: Vec<String> = self
                .readings
                .iter()
                .filter(|reading| reading.has_value() && reading.here.status == status)
                .map(name)
                .collect();
            if !names.is_empty() {
                sentences.push(report::status_sentence(status, &names));
            }
        }
        let mut breaks: BTreeMap<(i16, &str), Vec<String>> = BTreeMap::new();
        for reading in self.readings.iter().filter(|reading| reading.has_value()) {
            if let Some(broken) = reading.series_break {
                breaks.entry((broken.year, &broken.reason)).or_default().push(name(reading));
            }
        }
        sentences.extend(breaks.iter().map(|(&(year, reason), names)| report::shared_break(year, reason, names)));
        for reading in self.readings.iter().filter(|reading| !reading.has_value()) {
            let city = self.city(reading);
            let status = reading.here.status;
            sentences.push(report::missing_sentence(&name(reading), &reading.period.label, status, city.as_deref()));
        }
        sentences.join(" ")
    }

    /// The value as the section words it; its period only where it differs from the section's.
    fn told(&self, reading: &Reading, period: Option<&str>) -> Told {
        let label = &reading.period.label;
        let bezirk = self.basis.stadtbezirk().filter(|_| has_value(reading.bezirk));
        Told {
            name: name(reading),
            here: value_of(reading.indicator, self.area, reading.period),
            city: self.city(reading),
            bezirk: bezirk
                .map(|bezirk| (report::brackets(&bezirk.name), value_of(reading.indicator, bezirk, reading.period))),
            other_period: (period != Some(label.as_str())).then(|| label.clone()),
        }
    }

    fn city(&self, reading: &Reading) -> Option<String> {
        let city = self.basis.data.city().filter(|_| has_value(reading.city))?;
        Some(value_of(reading.indicator, city, reading.period))
    }

    /// The place of a value of greater need.
    fn place(&self, reading: &Reading, group: Group, first: bool) -> Option<String> {
        reading.place?;
        match group {
            Group::Favourable { .. } | Group::Equal | Group::Alone => None,
            Group::Burdened { .. } => {
                let reference = bound(&BindingRef::Place {
                    indicator: reading.indicator.code.clone(),
                    area: area_reference(self.area),
                    period: reading.period.label.clone(),
                });
                Some(report::place_sentence(self.area.level, &reference, first))
            }
        }
    }

    fn difference(&self, reading: &Reading) -> Option<String> {
        Some(bound(&BindingRef::Change {
            indicator: reading.indicator.code.clone(),
            area: area_reference(self.area),
            from: reading.change?.from.label.clone(),
            to: reading.period.label.clone(),
        }))
    }

    fn change(&self, variant: usize, reading: &Reading) -> Option<String> {
        let change = reading.change?;
        let difference = self.difference(reading)?;
        let trend = trend(reading, change.difference);
        Some(report::change_sentence(variant, &change.from.label, &difference, trend))
    }

    fn strongest(&self, reading: &Reading) -> Option<String> {
        let change = reading.change?;
        match trend(reading, change.difference) {
            Trend::Flat => None,
            Trend::Moves { rising, burdening } => Some(report::strongest_change(
                &name(reading),
                &change.from.label,
                &self.difference(reading)?,
                rising,
                burdening,
            )),
        }
    }
}

/// The values told in full: by place where they show need, by distance to the city where they do not; a mixed
/// picture gets one of each.
fn telling<'a>(judged: &[(&'a Reading<'a>, Group)]) -> Vec<(&'a Reading<'a>, Group, Emphasis)> {
    let mut burdened: Vec<_> = judged.iter().copied().filter(|(_, group)| verdict_order(*group) == 0).collect();
    let mut favourable: Vec<_> = judged.iter().copied().filter(|(_, group)| verdict_order(*group) == 1).collect();
    let by_gap = |a: &Reading, b: &Reading| b.gap().total_cmp(&a.gap());
    burdened.sort_by(|(a, _), (b, _)| place_of(a).cmp(&place_of(b)).then(by_gap(a, b)));
    favourable.sort_by(|(a, _), (b, _)| by_gap(a, b));
    let compared = judged.iter().filter(|(_, group)| *group != Group::Alone).count();
    let (first, then): (Emphasis, &[_]) = match (burdened.len(), favourable.len()) {
        (all, _) if all == compared => (Emphasis::Foremost, &burdened),
        (0, _) => (Emphasis::Farthest, &favourable),
        (_, 0) => (Emphasis::Foremost, &burdened),
        (_, _) => {
            let need = if burdened.len() == 1 { Emphasis::OnlyNeed } else { Emphasis::Foremost };
            let other = if favourable.len() == 1 { Emphasis::OnlyFavourable } else { Emphasis::Farthest };
            let need = burdened.first().map(|&(reading, group)| (reading, group, need));
            let other = favourable.first().map(|&(reading, group)| (reading, group, other));
            return need.into_iter().chain(other).collect();
        }
    };
    then.iter()
        .take(TELLING)
        .enumerate()
        .map(|(at, &(reading, group))| {
            (reading, group, if at == 0 { lone_or(first, then.len()) } else { Emphasis::Follows })
        })
        .collect()
}

/// A value without another of its kind is not the foremost or farthest of several.
fn lone_or(emphasis: Emphasis, number: usize) -> Emphasis {
    match emphasis {
        Emphasis::Foremost if number == 1 => Emphasis::OnlyNeed,
        Emphasis::Farthest if number == 1 => Emphasis::OnlyFavourable,
        Emphasis::Foremost | Emphasis::Farthest | Emphasis::OnlyNeed | Emphasis::OnlyFavourable | Emphasis::Follows => {
            emphasis
        }
    }
}

fn place_of(reading: &Reading) -> u32 {
    reading.place.unwrap_or(u32::MAX)
}

/// The reading that moved most, among those with the same start and end; none with fewer than three to compare.
fn strongest_change<'a>(judged: &[(&'a Reading<'a>, Group)]) -> Option<&'a Reading<'a>> {
    let mut by_span: BTreeMap<(&str, &str), Vec<&Reading>> = BTreeMap::new();
    for (reading, _) in judged {
        if let (Some(change), Some(_)) = (reading.change, reading.relative_change()) {
            by_span.entry((&change.from.label, &reading.period.label)).or_default().push(reading);
        }
    }
    let comparable = by_span.into_values().filter(|readings| readings.len() > TELLING).max_by_key(Vec::len)?;
    comparable
        .into_iter()
        .filter(|reading| reading.relative_change().is_some_and(|share| share >= SLIGHT_CHANGE))
        .max_by(|a, b| a.relative_change().unwrap_or(0.0).total_cmp(&b.relative_change().unwrap_or(0.0)))
}

fn shared_period<'a>(mut readings: impl Iterator<Item = &'a Reading<'a>>) -> Option<&'a str> {
    let first = readings.next()?.period.label.as_str();
    readings.all(|reading| reading.period.label == first).then_some(first)
}

fn same(one: &Reading, other: &Reading) -> bool {
    one.indicator.id == other.indicator.id
}

fn already_said(said: &[Group], group: Group) -> Said {
    if said.contains(&group) {
        Said::SameSide
    } else if said.iter().any(|&said| verdict_order(said) == verdict_order(group)) {
        Said::OtherSide
    } else {
        Said::Nothing
    }
}

fn verdict_order(group: Group) -> u8 {
    match group {
        Group::Burdened { .. } => 0,
        Group::Favourable { .. } => 1,
        Group::Equal => 2,
        Group::Alone => 3,
    }
}

fn name(reading: &Reading) -> String {
    report::brackets(&reading.indicator.name)
}

fn joined<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

fn has_value(observation: Option<Observation>) -> bool {
    observation.is_some_and(|observation| observation.value.is_some() && observation.status.has_value())
}

/// Direction of a change as it prints; a slight one is not judged.
pub(super) fn trend(reading: &Reading, difference: f64) -> Trend {
    let printed = crate::text::fixed(difference.abs(), reading.indicator.decimals);
    if printed.bytes().all(|b| !(b'1'..=b'9').contains(&b)) {
        return Trend::Flat;
    }
    let rising = difference > 0.0;
    let slight = reading.relative_change().is_some_and(|share| share < SLIGHT_CHANGE);
    let burdening = match reading.indicator.direction {
        Direction::Context => None,
        Direction::HighIsNeed | Direction::LowIsNeed if slight => None,
        Direction::HighIsNeed => Some(rising),
        Direction::LowIsNeed => Some(!rising),
    };
    Trend::Moves { rising, burdening }
}
