//! What sets each type apart, and who belongs to it.

use super::map::letter;
use crate::analysis::structure::AreaType;
use crate::domain::TypeName;
use crate::project::{Command, ProjectCommand};
use crate::text::{self, panel::typen as words};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::area_map::type_letter;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Field;
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, tokens};
use crate::ui::widget::text as label;
use crate::ui::{Intent, PanelCx, TypesView};
use egui::accesskit::Role;
use egui::{Align2, Frame, Margin, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// How many standard deviations a bar can show.
const REACH: f64 = 2.5;
const ROW: f32 = 20.0;
/// Most members that are named; the table that is copied has all.
const MOST: usize = 60;

/// Draws the types, one below the other.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, view: &TypesView, names: &[String]) {
    let typology = match &view.typology {
        Ok(typology) => typology,
        // The reason stands beside the map.
        Err(_) => return super::refused(ui, words::NO_TYPES),
    };
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin::same(super::MARGIN)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            label::small(ui, &words::bars(typology.areas.len()));
            label::hint(ui, words::PROPOSED_NAME);
            for (at, (own, name)) in typology.types.iter().zip(names).enumerate() {
                ui.push_id(at, |ui| one(ui, cx, view, at, own, name));
                ui.add_space(space::L);
            }
        });
    });
}

fn one(ui: &mut Ui, cx: &mut PanelCx, view: &TypesView, at: usize, own: &AreaType, name: &str) {
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
        letter(ui, place.center(), at);
        label::h3(ui, &words::type_title(&type_letter(at), own.members.len()));
    });
    if let Some(proposed) = view.names.get(at).filter(|proposed| *proposed != name) {
        label::body(ui, name);
        label::hint(ui, proposed);
    } else {
        label::body(ui, name);
    }
    name_field(ui, cx, view, at);
    for (indicator, deviation) in view.indicator_names.iter().zip(&own.deviations) {
        bar(ui, indicator, *deviation);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::HAIR;
        for area in own.members.iter().take(MOST).filter_map(|id| cx.snapshot.data.area(*id)) {
            let current = cx.focus.area == Some(area.id);
            if Button::ghost(&area.name).compact().selected(current).show(ui).clicked() {
                cx.outbox.push(Intent::SelectArea(area.id));
            }
        }
    });
}

/// A name of the planner's own, kept with the project; emptied, the proposed one stands again.
fn name_field(ui: &mut Ui, cx: &mut PanelCx, view: &TypesView, at: usize) {
    let grouping = view.order.grouping(view.names.len());
    let stored = super::own_name(cx, &grouping, at);
    let now = stored.map_or("", |own| own.name.as_str()).to_owned();
    let earlier = stored.map(|own| own.period.clone()).filter(|period| *period != view.period);
    let title = words::own_name(&type_letter(at));
    let mut entered = None;
    ui.add_enabled_ui(cx.writable(), |ui| {
        let field = Field::new(&title, (&grouping, at)).hide_label().compact().width(320.0).placeholder(words::NAME_IT);
        entered = field.show_text(ui, &now).set();
    });
    if let Some(earlier) = earlier {
        label::hint(ui, &words::named_for(&earlier));
    }
    if let Some(name) = entered {
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        let name = TypeName { grouping, number, name, period: view.period.clone() };
        cx.outbox.command(Command::Project(ProjectCommand::NameType(name)));
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a position on the screen")]
fn bar(ui: &mut Ui, indicator: &str, deviation: f64) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let spoken = words::deviation(indicator, deviation);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let tokens = tokens(ui);
    let names = (rect.width() * 0.42).min(260.0);
    let galley = paint::elided(ui, indicator, TypeStyle::Small, tokens.text, names - space::M);
    paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
    let track =
        Rect::from_min_max(pos2(rect.left() + names, rect.top() + 4.0), pos2(rect.right() - 48.0, rect.bottom() - 4.0));
    ui.painter().rect_filled(track, 2.0, color32(tokens.track));
    let share = (deviation / REACH).clamp(-1.0, 1.0) as f32;
    let middle = track.center().x;
    let end = middle + share * track.width() / 2.0;
    let filled = Rect::from_x_y_ranges(middle.min(end)..=middle.max(end), track.y_range());
    ui.painter().rect_filled(filled, 0.0, color32(tokens.point));
    ui.painter().vline(middle.floor() + 0.5, rect.y_range(), line(stroke::LINE, tokens.reference));
    let value = text::signed(deviation, 1);
    paint::text(ui, rect.right_center(), Align2::RIGHT_CENTER, &value, TypeStyle::Small, tokens.text);
    response.on_hover_text(spoken);
}

/// Areas with their type, then the profiles, as tab-separated text.
pub fn copied(cx: &PanelCx, view: &TypesView, names: &[String]) -> String {
    let typology = match &view.typology {
        Ok(typology) => typology,
        Err(reason) => return reason.clone(),
    };
    let mut lines = vec![[words::AREA, words::TYPE, words::NAME].join("\t")];
    for (at, own) in typology.types.iter().enumerate() {
        for area in own.members.iter().filter_map(|id| cx.snapshot.data.area(*id)) {
            lines.push(text::clipboard_row([area.name.as_str(), &type_letter(at), &names[at]]));
        }
    }
    lines.push(String::new());
    lines.push(words::bars(typology.areas.len()));
    let head = std::iter::once(words::TYPE.to_owned()).chain(view.indicator_names.iter().cloned());
    lines.push(text::clipboard_row(head));
    for (at, own) in typology.types.iter().enumerate() {
        let cells = own.deviations.iter().map(|deviation| text::signed(*deviation, 2));
        lines.push(text::clipboard_row(std::iter::once(type_letter(at)).chain(cells)));
    }
    lines.join("\n")
}
