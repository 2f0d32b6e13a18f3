//! What is due: steps of the procedure, Wiedervorlagen and sessions, over all areas, by day.

use crate::domain::{
    AreaId, BeschlussId, GremiumId, PlanningData, SchrittId, StepProgress, Verfahren, WiedervorlageId,
};
use crate::text::procedure_dates as words;
use jiff::civil::Date;

/// Where a date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueSource {
    /// A step of an area that is not closed.
    Step(AreaId, SchrittId),
    /// An open Wiedervorlage.
    Wiedervorlage(WiedervorlageId),
    /// A matter before a committee, without a result.
    Beschluss(BeschlussId),
    /// A session without a matter.
    Sitzung(GremiumId),
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDate {
    /// The day.
    pub date: Date,
    /// Where it comes from.
    pub source: DueSource,
    /// The area, if it is about one.
    pub area: Option<AreaId>,
    /// What: area, text, committee.
    pub title: String,
    /// More of it: step, area, matter.
    pub detail: String,
}

/// Everything that is due in these areas or in no area, by day; sessions without a matter only in the calendar.
pub fn due_dates(data: &PlanningData, verfahren: &Verfahren, areas: &[AreaId]) -> Vec<DueDate> {
    let name = |area: AreaId| data.area(area).map_or_else(String::new, |area| area.name.clone());
    let mut dates = Vec::new();
    for state in verfahren.states.iter().filter(|state| areas.contains(&state.area)) {
        let Some(date) = state.date.filter(|_| state.progress != StepProgress::Erledigt) else { continue };
        let step = verfahren.steps.iter().find(|step| step.id == state.step);
        dates.push(DueDate {
            date,
            source: DueSource::Step(state.area, state.step),
            area: Some(state.area),
            title: name(state.area),
            detail: step.map_or_else(String::new, |step| step.title.clone()),
        });
    }
    for entry in verfahren.wiedervorlagen.iter().filter(|entry| entry.done.is_none()) {
        dates.push(DueDate {
            date: entry.date,
            source: DueSource::Wiedervorlage(entry.id),
            area: entry.area,
            title: entry.text.clone(),
            detail: entry
                .area
                .map_or_else(|| words::WIEDERVORLAGE.to_owned(), |area| words::wiedervorlage(&name(area))),
        });
    }
    for beschluss in verfahren.beschluesse.iter().filter(|beschluss| beschluss.ergebnis.is_none()) {
        let Some(date) = beschluss.date else { continue };
        let gremium = verfahren.gremium(beschluss.gremium).map_or("", |gremium| gremium.name.as_str());
        dates.push(DueDate {
            date,
            source: DueSource::Beschluss(beschluss.id),
            area: beschluss.areas.first().copied(),
            title: gremium.to_owned(),
            detail: words::matter(&beschluss.gegenstand, &beschluss.drucksache),
        });
    }
    dates.sort_by_key(|due| (due.date, due.source));
    dates
}

/// Sessions of committees without a matter, by day.
pub fn sessions(verfahren: &Verfahren) -> Vec<DueDate> {
    let mut dates: Vec<DueDate> = verfahren
        .gremien
        .iter()
        .flat_map(|gremium| gremium.sitzungen.iter().map(move |date| (gremium, *date)))
        .filter(|(gremium, date)| {
            let mut matters = verfahren.beschluesse.iter();
            !matters.any(|beschluss| beschluss.gremium == gremium.id && beschluss.date == Some(*date))
        })
        .map(|(gremium, date)| DueDate {
            date,
            source: DueSource::Sitzung(gremium.id),
            area: None,
            title: gremium.name.clone(),
            detail: words::SESSION.to_owned(),
        })
        .collect();
    dates.sort_by_key(|due| (due.date, due.source));
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Gremium, Wiedervorlage, Zustaendigkeit};
    use jiff::civil::date;

    #[test]
    fn what_is_done_is_no_longer_due_and_a_session_without_a_matter_only_stands_in_the_calendar() {
        let entry = |id, day, done| Wiedervorlage {
            id: WiedervorlageId(id),
            date: date(2026, 12, day),
            text: format!("Nr. {id}"),
            area: None,
            link: None,
            done,
            demonstration: false,
        };
        let gremium = Gremium {
            id: GremiumId(1),
            name: "Rat".into(),
            zustaendigkeit: Zustaendigkeit::Beschluss,
            sitzungen: vec![date(2026, 12, 17)],
            note: String::new(),
            demonstration: false,
        };
        let verfahren = Verfahren {
            wiedervorlagen: vec![entry(1, 9, None), entry(2, 3, None), entry(3, 1, Some(date(2026, 12, 1)))],
            gremien: vec![gremium],
            ..Verfahren::default()
        };
        let titles: Vec<String> =
            due_dates(&PlanningData::default(), &verfahren, &[]).into_iter().map(|due| due.title).collect();
        assert_eq!(titles, ["Nr. 2", "Nr. 1"]);
        assert_eq!(sessions(&verfahren).len(), 1);
    }
}
