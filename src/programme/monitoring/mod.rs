//! Monitoring: the newest data against the targets of goals and measures, how far each measure is, and its money.

mod implementation;
mod money;
mod target;

pub use implementation::Implementation;
pub use money::YearMoney;
pub(super) use target::counted_decimals;
pub use target::{Newest, TargetProgress, TargetReading};

use super::basis::Basis;
use crate::domain::{Beschlussstand, Euro, Handlungsfeld, MassnahmeId, Umsetzungsnotiz, ZielId, ZielKind};
use target::{Target, reading};

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
                    start: ziel.start_value,
                    target: ziel.target_value,
                    year: ziel.target_year,
                },
            ),
        })
        .collect();
    let massnahmen = basis.massnahmen().into_iter().map(|massnahme| measure(basis, massnahme)).collect();
    Monitoring { ziele, massnahmen }
}

fn measure(basis: &Basis, massnahme: &crate::domain::Massnahme) -> MonitoredMeasure {
    // A measure is looked at on its day, else when it ends, else when the programme ends.
    let year = massnahme
        .pruefung_am
        .map(jiff::civil::Date::year)
        .or(massnahme.ende.map(|quarter| quarter.year))
        .unwrap_or(basis.programme.last_year);
    let target = Target {
        code: &massnahme.indikator,
        messgroesse: &massnahme.messgroesse,
        start: massnahme.ausgangswert,
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
