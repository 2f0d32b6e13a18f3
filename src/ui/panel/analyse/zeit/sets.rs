//! An area set whose members change: with the same members, and as it was.

use crate::analysis::{SetChange, SetPair};
use crate::domain::{AreaId, AreaSetId};
use crate::text::{self, panel::zeit as words};
use crate::theme::space;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::notice::notice;
use crate::ui::widget::text as label;
use crate::ui::{PanelCx, TimeView};
use egui::{Frame, Margin, ScrollArea, Ui};

/// Draws the comparison; returns the sets that were newly chosen.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, view: &TimeView) -> Option<(AreaSetId, AreaSetId)> {
    let mut chosen = None;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin::same(space::L as i8)).show(ui, |ui| {
            let sets = match &view.sets {
                Ok(sets) => sets,
                Err(reason) => {
                    notice(ui, Tone::Info, reason, None);
                    return;
                }
            };
            let choices: Vec<(AreaSetId, String)> = cx
                .snapshot
                .data
                .area_sets
                .iter()
                .filter(|set| !set.members.is_empty())
                .map(|set| (set.id, format!("{} ({})", set.name, text::area_set_state(set.state))))
                .collect();
            let width = (ui.available_width() - space::L).min(420.0);
            let before = Combo::new(words::BEFORE).with_label().width(width).show(ui, Some(&sets.before), &choices);
            let after = Combo::new(words::AFTER).with_label().width(width).show(ui, Some(&sets.after), &choices);
            if before.is_some() || after.is_some() {
                chosen = Some((before.unwrap_or(sets.before), after.unwrap_or(sets.after)));
            }
            ui.add_space(space::M);
            match &sets.change {
                Err(reason) => {
                    notice(ui, Tone::Info, reason, None);
                }
                Ok(change) => {
                    lines(view, change).iter().for_each(|line| {
                        label::body(ui, line);
                    });
                    for (head, areas) in [(words::ENTERED, &change.entered), (words::LEFT, &change.left)] {
                        ui.add_space(space::M);
                        label::h3(ui, head);
                        label::body(ui, &names(cx, areas));
                    }
                }
            }
        });
    });
    chosen
}

/// The sentences, for copying.
pub fn copied(cx: &PanelCx, view: &TimeView) -> String {
    match &view.sets {
        Err(reason) => reason.clone(),
        Ok(sets) => match &sets.change {
            Err(reason) => reason.clone(),
            Ok(change) => {
                let mut text = lines(view, change);
                text.push(format!("{}\t{}", words::ENTERED, names(cx, &change.entered)));
                text.push(format!("{}\t{}", words::LEFT, names(cx, &change.left)));
                text.join("\n")
            }
        },
    }
}

fn lines(view: &TimeView, change: &SetChange) -> Vec<String> {
    let card = &view.card;
    let value = |value: f64| text::value_with_unit(value, card.decimals, &card.unit);
    let moved =
        |pair: &SetPair| text::time::points_and_percent(&text::signed(pair.points, card.decimals), pair.percent);
    let mut lines = vec![match &change.same_members {
        Some(same) => {
            text::time::same_members(same.members_from.len(), &value(same.from), &value(same.to), &moved(same))
        }
        None => words::NO_COMMON.to_owned(),
    }];
    let was = &change.as_it_was;
    let (entered, left) = (change.entered.len(), change.left.len());
    lines.push(text::time::as_it_was(entered, left, &value(was.from), &value(was.to), &moved(was)));
    lines.extend(
        change.through_members().map(|points| words::through_members(&text::signed(points, card.decimals.max(1)))),
    );
    lines
}

fn names(cx: &PanelCx, areas: &[AreaId]) -> String {
    let names: Vec<&str> =
        areas.iter().filter_map(|id| cx.snapshot.data.area(*id)).map(|area| area.name.as_str()).collect();
    if names.is_empty() { words::NOBODY.to_owned() } else { names.join(", ") }
}
