//! Monitoring: the newest data against the targets of goals and measures, how far each measure is, and its money.

mod implementation;
mod money;
mod target;

pub use implementation::Implementation;
pub use money::YearMoney;
pub use target::{Newest, TargetProgress, TargetReading};

use super::basis::Basis;
use crate::chart::{ChartSpec, SpendingChart, SpendingYear};
use crate::domain::{
    Beschlussstand, Euro, Handlungsfeld, Massnahme, MassnahmeId, Umsetzungsnotiz, Ziel, ZielId, ZielKind,
};
use std::collections::BTreeSet;
use target::{Count, Target, reading};

/// How a programme is getting on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Monitoring {
    /// Handlungsziele in the order of the programme.
    pub ziele: Vec<MonitoredGoal>,
    /// Measures by number.
    pub massnahmen: Vec<MonitoredMeasure>,
}

/// A Handlungsziel and the data.
#[derive(Clone, Debug, PartialEq)]
pub struct MonitoredGoal {
    /// The goal.
    pub id: ZielId,
    /// The goal in a sentence.
    pub text: String,
    /// Its field.
    pub handlungsfeld: Handlungsfeld,
    /// What the data say.
    pub reading: TargetReading,
}

/// A measure, how far it is, its money, and the data.
#[derive(Clone, Debug, PartialEq)]
pub struct MonitoredMeasure {
    /// The measure.
    pub id: MassnahmeId,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub titel: String,
    /// Its field.
    pub handlungsfeld: Handlungsfeld,
    /// How far the decision is.
    pub beschlussstand: Beschlussstand,
    /// Whether it is where its plan says.
    pub implementation: Implementation,
    /// The newest note on it.
    pub note: Option<Umsetzungsnotiz>,
    /// What the data say.
    pub reading: TargetReading,
    /// Planned, granted and spent by year, ascending.
    pub years: Vec<YearMoney>,
}

impl MonitoredMeasure {
    /// Planned, granted and spent over all years.
    pub fn total(&self) -> YearMoney {
        YearMoney::total(&self.years)
    }
}

impl Monitoring {
    /// Planned, granted and spent of all measures.
    pub fn total(&self) -> YearMoney {
        let years: Vec<YearMoney> = self.massnahmen.iter().map(MonitoredMeasure::total).collect();
        YearMoney::total(&years)
    }

    /// Planned, granted and spent of all measures, year by year.
    pub fn years(&self) -> Vec<YearMoney> {
        let all = || self.massnahmen.iter().flat_map(|measure| &measure.years);
        let known: BTreeSet<i16> = all().map(|money| money.year).collect();
        let of = |year: i16| all().filter(|money| money.year == year).copied().collect::<Vec<_>>();
        known.into_iter().map(|year| YearMoney { year, ..YearMoney::total(&of(year)) }).collect()
    }

    /// What was spent beside what was planned, as a chart; none where there is neither plan nor spending.
    pub fn spending_chart(&self) -> Option<ChartSpec> {
        let year = |money: YearMoney| {
            let YearMoney { year, planned, granted, spent } = money;
            SpendingYear { year, planned, granted, spent }
        };
        let years: Vec<SpendingYear> = self.years().into_iter().map(year).collect();
        (!years.is_empty()).then_some(ChartSpec::Spending(SpendingChart { years }))
    }

    /// How many readings of goals and measures show this.
    pub fn count(&self, matches: impl Fn(&TargetProgress) -> bool) -> usize {
        let goals = self.ziele.iter().map(|goal| &goal.reading);
        let readings = goals.chain(self.massnahmen.iter().map(|measure| &measure.reading));
        readings.filter(|reading| matches(&reading.progress)).count()
    }

    /// Whether more was spent on any measure than was granted.
    pub fn overspent(&self) -> Vec<(&MonitoredMeasure, Euro)> {
        let over = |measure: &MonitoredMeasure| measure.total().spent - measure.total().granted;
        let measures = self.massnahmen.iter().map(|measure| (measure, over(measure)));
        measures.filter(|(_, over)| over.cents > 0).collect()
    }
}

/// How the programme is getting on today.
pub fn monitoring(basis: &Basis) -> Monitoring {
    let goals = basis.programme.ziele.iter().filter(|ziel| match ziel.kind {
        ZielKind::Leitziel => false,
        ZielKind::Handlungsziel { .. } => true,
    });
    let ziele = goals
        .map(|ziel| MonitoredGoal {
            id: ziel.id,
            text: ziel.text.clone(),
            handlungsfeld: ziel.handlungsfeld,
            reading: reading(
                basis,
                &Target {
                    code: &ziel.indicator,
                    messgroesse: &ziel.messgroesse,
                    counted: counted_of_goal(basis, ziel),
                    start: ziel.start_value,
                    start_bound: ziel.start_bound.as_ref(),
                    target: ziel.target_value,
                    year: ziel.target_year,
                },
            ),
        })
        .collect();
    let massnahmen = basis.massnahmen().into_iter().map(|massnahme| measure(basis, massnahme)).collect();
    Monitoring { ziele, massnahmen }
}

/// The newest count of a measure's own Messgröße.
fn counted(basis: &Basis, massnahme: &Massnahme) -> Option<Count> {
    let notes = basis.verfahren.umsetzungsnotizen.iter().filter(|note| note.massnahme == massnahme.id);
    let newest = notes.filter(|note| note.gezaehlt.is_some()).max_by_key(|note| (note.date, note.id))?;
    let demonstration = newest.demonstration;
    newest.gezaehlt.map(|value| Count { day: newest.date, value, demonstration })
}

/// A goal is counted by its measures that count the same: the newest of their counts holds.
fn counted_of_goal(basis: &Basis, ziel: &Ziel) -> Option<Count> {
    let counts_the_same = |massnahme: &&&Massnahme| {
        massnahme.ziel == Some(ziel.id)
            && massnahme.indikator.is_empty()
            && massnahme.messgroesse.trim() == ziel.messgroesse.trim()
    };
    let massnahmen = basis.massnahmen();
    let counts = massnahmen.iter().filter(counts_the_same).filter_map(|massnahme| counted(basis, massnahme));
    counts.max_by_key(|count| count.day)
}

fn measure(basis: &Basis, massnahme: &Massnahme) -> MonitoredMeasure {
    // A measure is looked at on its day, else when it ends, else when the programme ends.
    let year = massnahme
        .pruefung_am
        .map(jiff::civil::Date::year)
        .or(massnahme.ende.map(|quarter| quarter.year))
        .unwrap_or(basis.programme.last_year);
    let target = Target {
        code: &massnahme.indikator,
        messgroesse: &massnahme.messgroesse,
        counted: counted(basis, massnahme),
        start: massnahme.ausgangswert,
        start_bound: massnahme.start_bound.as_ref(),
        target: massnahme.zielwert,
        year: Some(year),
    };
    let notes = basis.verfahren.umsetzungsnotizen.iter().filter(|note| note.massnahme == massnahme.id);
    MonitoredMeasure {
        id: massnahme.id,
        number: massnahme.number,
        titel: massnahme.titel.clone(),
        handlungsfeld: massnahme.handlungsfeld,
        beschlussstand: massnahme.beschlussstand,
        implementation: Implementation::of(massnahme, basis.today),
        note: notes.max_by_key(|note| (note.date, note.id)).cloned(),
        reading: reading(basis, &target),
        years: money::years(massnahme, &basis.verfahren.mittelabfluesse),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CostItem, CostKind, UmsetzungsnotizId, Verfahren};
    use crate::programme::basis::Basis;
    use crate::programme::testing::with_programme;
    use jiff::civil::date;

    #[test]
    fn what_is_counted_outside_the_data_is_named_and_not_called_unmeasurable() {
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let ziel = Ziel {
            messgroesse: "Haushalte mit Hilfe".into(),
            start_value: Some(80.0),
            target_value: Some(120.0),
            ..Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Mehr Hilfe")
        };
        let state = with_programme(|programme| programme.ziele = vec![ziel], monitoring);
        let reading = &state.ziele[0].reading;
        assert_eq!(reading.progress, TargetProgress::OwnCount);
        assert_eq!((reading.indicator.as_str(), reading.decimals), ("Haushalte mit Hilfe", 0));
    }

    #[test]
    fn a_start_value_taken_from_the_data_begins_in_its_period_even_where_newer_data_print_alike() {
        use crate::domain::BoundValue;
        let with_start = |period: &str| {
            let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
            let reference = format!("wert:ALO:birkenau:{period}");
            let bound = BoundValue { reference, shown: "8,6\u{a0}%".into(), pinned: false };
            let ziel = Ziel {
                indicator: "ALO".into(),
                start_value: Some(8.6),
                start_bound: Some(bound),
                target_value: Some(8.0),
                target_year: Some(2029),
                ..Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Weniger")
            };
            // Birkenau, whose rate stays the same in every year.
            let fill = |programme: &mut crate::domain::Handlungsprogramm| {
                programme.area = crate::domain::AreaId(4);
                programme.ziele = vec![ziel];
            };
            with_programme(fill, monitoring).ziele.remove(0).reading
        };
        let reading = with_start("2021");
        assert!(reading.progress.is_unchanged(), "{reading:?}");
        assert_eq!(reading.start_period.as_deref(), Some("2021"));
        assert_eq!(with_start("2025").progress, TargetProgress::NoNewerData);
    }

    #[test]
    fn a_count_of_a_measure_moves_its_target_and_that_of_the_goal_that_counts_the_same() {
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let ziel = Ziel {
            messgroesse: "Haushalte".into(),
            start_value: Some(80.0),
            target_value: Some(120.0),
            target_year: Some(2028),
            ..Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Mehr Hilfe")
        };
        let massnahme = Massnahme {
            ziel: Some(ZielId(2)),
            messgroesse: "Haushalte ".into(),
            ausgangswert: Some(80.0),
            zielwert: Some(120.0),
            ..Massnahme::new(MassnahmeId(1), 1, "Hilfe", Handlungsfeld::Arbeit)
        };
        let note = |id: i64, day: i8, gezaehlt| Umsetzungsnotiz {
            id: UmsetzungsnotizId(id),
            massnahme: MassnahmeId(1),
            date: date(2027, 5, day),
            text: "Stand".into(),
            gezaehlt,
            demonstration: false,
        };
        let notes = vec![note(3, 9, None), note(2, 8, Some(110.0)), note(1, 7, Some(90.0))];
        let verfahren = Verfahren { umsetzungsnotizen: notes, ..Verfahren::default() };
        let fill = |programme: &mut crate::domain::Handlungsprogramm| {
            programme.ziele = vec![ziel];
            programme.massnahmen = vec![massnahme];
        };
        let state = with_programme(fill, |basis| monitoring(&Basis { verfahren: &verfahren, ..*basis }));
        // 30 of 40 on the way, one of two years.
        let expected = TargetProgress::OnTheWay { way: 0.75, time: Some(0.5) };
        assert_eq!(state.ziele[0].reading.progress, expected);
        let newest = state.massnahmen[0].reading.newest.as_ref().expect("counted");
        assert_eq!((newest.value, newest.period.as_str()), (Some(110.0), "08.05.2027"));
    }

    #[test]
    fn the_chart_of_spending_has_a_year_for_every_plan_and_says_what_went_beyond_it() {
        use crate::domain::{Mittelabfluss, MittelabflussId};
        let measure = Massnahme {
            kosten: vec![CostItem { year: 2027, kind: CostKind::Sach, amount: Euro::whole(100) }],
            ..Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit)
        };
        let spent = |id, year, euros| Mittelabfluss {
            id: MittelabflussId(id),
            massnahme: MassnahmeId(1),
            year,
            date: date(2028, 3, 1),
            amount: Euro::whole(euros),
            note: String::new(),
            demonstration: false,
        };
        let verfahren =
            Verfahren { mittelabfluesse: vec![spent(1, 2027, 130), spent(2, 2028, -20)], ..Verfahren::default() };
        let chart = with_programme(
            |programme| programme.massnahmen = vec![measure],
            |basis| monitoring(&Basis { verfahren: &verfahren, ..*basis }).spending_chart(),
        );
        let Some(ChartSpec::Spending(spending)) = &chart else { panic!("a chart") };
        let beyond: Vec<(i16, Euro)> = spending.years.iter().map(|year| (year.year, year.beyond())).collect();
        assert_eq!(beyond, [(2027, Euro::whole(30)), (2028, Euro::default())]);
        assert_eq!(spending.most(), Euro::whole(130));
        let chart = chart.unwrap();
        let said = chart.alternative_text().replace(crate::text::NBSP, " ");
        assert!(said.contains("2027: 130 € ausgegeben, 100 € geplant, 0 € bewilligt."), "{said}");
        assert_eq!(chart.table().rows.len(), 2);
        assert!(crate::chart::svg(&chart).is_ok_and(|svg| svg.contains("2028")));
        assert_eq!(Monitoring::default().spending_chart(), None);
    }

    #[test]
    fn money_of_all_measures_is_added_up_year_by_year() {
        let measure = |id: i64, year: i16, euros: i64| Massnahme {
            kosten: vec![CostItem { year, kind: CostKind::Sach, amount: Euro::whole(euros) }],
            ..Massnahme::new(MassnahmeId(id), 1, "M", Handlungsfeld::Arbeit)
        };
        let all = vec![measure(1, 2028, 10), measure(2, 2027, 20), measure(3, 2028, 5)];
        let state = with_programme(|programme| programme.massnahmen = all, monitoring);
        let years: Vec<(i16, Euro)> = state.years().into_iter().map(|money| (money.year, money.planned)).collect();
        assert_eq!(years, [(2027, Euro::whole(20)), (2028, Euro::whole(15))]);
    }
}
