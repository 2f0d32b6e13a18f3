//! The short text of a profile as a passage of the area's programme, its numbers bound.

use super::profile::{Line, Profile};
use crate::domain::{
    Area, BindingRef, BoundValue, Handlungsprogramm, NewPassage, PassageOrigin, PlanningData, TextPiece, text_pieces,
};
use crate::programme::{Basis, area_reference, resolve, section_of};
use crate::text::panel::analyse as words;
use crate::ui::PanelCx;

/// The passage that would be added: in the section of the indicator that raises the rank most.
pub fn passage(cx: &PanelCx, area: &Area, programme: &Handlungsprogramm, profile: &Profile) -> Option<NewPassage> {
    let data = &cx.snapshot.data;
    let line = profile.lines.get(profile.driver?)?;
    let card = data.indicator(line.indicator)?;
    let key = area_reference(area);
    let burden = profile.burden.map(|_| bound(&BindingRef::BurdenCount { area: key.clone() }));
    let value = bound(&reference(data, line, &key)?);
    let city = data.city().filter(|_| line.city.is_some_and(|city| city.value.is_some()));
    let city = city.and_then(|city| reference(data, line, &area_reference(city))).map(|reference| bound(&reference));
    let text = words::passage(burden.as_deref(), &card.name, &value, city.as_deref());
    let basis = shown(cx, programme, &text);
    Some(NewPassage { section: section_of(card), origin: PassageOrigin::Own, text, basis, fingerprint: String::new() })
}

fn bound(reference: &BindingRef) -> String {
    format!("[{reference}]")
}

fn reference(data: &PlanningData, line: &Line, area: &str) -> Option<BindingRef> {
    Some(BindingRef::Value {
        indicator: data.indicator(line.indicator)?.code.clone(),
        area: area.to_owned(),
        period: data.period(line.period)?.label.clone(),
    })
}

/// What the references of a text show today.
fn shown(cx: &PanelCx, programme: &Handlungsprogramm, text: &str) -> Vec<BoundValue> {
    let basis = Basis {
        data: &cx.snapshot.data,
        ranking: cx.derived.ranking(),
        programme,
        programmes: &cx.snapshot.programmes,
        rules: &cx.snapshot.plan_rules,
        vor_ort: &cx.snapshot.vor_ort,
        verfahren: &cx.snapshot.verfahren,
        ausgaben: &cx.snapshot.ausgaben,
        today: cx.today,
        project_title: &cx.snapshot.title,
    };
    let value = |piece| match piece {
        TextPiece::Bound(reference) => {
            let shown = resolve(&basis, &reference)?.text;
            Some(BoundValue { reference: reference.to_string(), shown, pinned: false })
        }
        TextPiece::Words(_) | TextPiece::Unknown(_) => None,
    };
    text_pieces(text).into_iter().filter_map(value).collect()
}
