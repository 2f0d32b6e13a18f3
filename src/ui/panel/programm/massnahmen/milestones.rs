//! Interim checks and other dates that a measure is held to.

use super::super::Plan;
use super::MassnahmenPart;
use crate::domain::{Massnahme, Meilenstein};
use crate::text::panel::programm::milestone as words;
use crate::theme::space;
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::{self, Edit, Field, check_box_named};
use crate::ui::widget::icon;
use egui::Ui;

const DAY: f32 = 110.0;

/// Shows a row per milestone, by day.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    field::label(ui, words::TITLE, false);
    for (at, milestone) in measure.meilensteine.iter().enumerate() {
        ui.push_id(at, |ui| row(ui, cx, plan, part, measure, (at, milestone)));
    }
    if Button::ghost(words::ADD).icon(icon::PLUS).compact().disabled_reason(plan.locked).show(ui).clicked() {
        let last = measure.meilensteine.last().map(|last| last.am);
        let begin = measure.beginn.and_then(|begin| jiff::civil::Date::new(begin.year, month(begin.quarter), 1).ok());
        let am = last.or(measure.pruefung_am).or(begin).unwrap_or(cx.today);
        let new = Meilenstein { am, titel: words::NEW.to_owned(), erledigt: false };
        part.edit(ui, cx, measure, |measure| measure.meilensteine.push(new));
    }
}

/// First month of a quarter.
fn month(quarter: u8) -> i8 {
    i8::try_from(quarter.saturating_sub(1) * 3 + 1).unwrap_or(1)
}

fn row(
    ui: &mut Ui,
    cx: &mut PanelCx,
    plan: Plan,
    part: &mut MassnahmenPart,
    measure: &Massnahme,
    (at, milestone): (usize, &Meilenstein),
) {
    let mut changed = None;
    ui.horizontal(|ui| {
        let day = Field::new(words::DAY, (measure.id, at)).hide_label().compact().width(DAY);
        if let Edit::Set(am) = day.disabled_reason(plan.locked).show_date(ui, Some(milestone.am)) {
            changed = Some(Some(Meilenstein { am, ..milestone.clone() }));
        }
        let width = (ui.available_width() - 150.0).max(120.0);
        let what = Field::new(words::WHAT, (measure.id, at)).hide_label().compact().width(width);
        if let Edit::Set(titel) = what.disabled_reason(plan.locked).show_text(ui, &milestone.titel) {
            changed = Some(Some(Meilenstein { titel, ..milestone.clone() }));
        }
        ui.add_enabled_ui(plan.locked.is_none(), |ui| {
            let name = format!("{} {}", milestone.titel, words::DONE);
            if let Some(erledigt) = check_box_named(ui, milestone.erledigt, &name) {
                changed = Some(Some(Meilenstein { erledigt, ..milestone.clone() }));
            }
        });
        ui.label(words::DONE);
        ui.add_space(space::XS);
        let name = words::remove(&milestone.titel);
        if Button::icon_only(icon::X, &name).compact().disabled_reason(plan.locked).show(ui).clicked() {
            changed = Some(None);
        }
    });
    if let Some(change) = changed {
        part.edit(ui, cx, measure, |measure| replace(&mut measure.meilensteine, at, change));
    }
}

/// Puts a milestone in place of another one, or takes it away; the list stays by day.
fn replace(milestones: &mut Vec<Meilenstein>, at: usize, change: Option<Meilenstein>) {
    if at < milestones.len() {
        milestones.remove(at);
    }
    milestones.extend(change);
    milestones.sort_by_key(|milestone| milestone.am);
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn milestones_stay_in_the_order_of_their_days() {
        let of = |am, titel: &str| Meilenstein { am, titel: titel.into(), erledigt: false };
        let mut list = vec![of(date(2027, 3, 1), "A"), of(date(2027, 6, 1), "B")];
        replace(&mut list, 0, Some(of(date(2028, 1, 1), "A")));
        let titles: Vec<&str> = list.iter().map(|milestone| milestone.titel.as_str()).collect();
        assert_eq!(titles, ["B", "A"]);
        replace(&mut list, 0, None);
        assert_eq!(list.len(), 1);
    }
}
