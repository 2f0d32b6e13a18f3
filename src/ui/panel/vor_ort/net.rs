//! Who works with whom: a picture whose nodes are buttons, the same as a table, and the networks with their form.

use super::{areas_field, example, locked, remove, short_name};
use crate::domain::{Akteur, AkteurId, Netzwerk, Zusammenarbeit, zusammenarbeit};
use crate::project::{Command, VorOrtCommand};
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::akteure as words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx, UiAction, picture};
use egui::accesskit::Role;
use egui::{Align2, Id, Pos2, Rect, Sense, Shape, Ui, WidgetInfo, pos2, vec2};
use std::f32::consts::TAU;

/// Picture and table; returns the organisation that was chosen.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut PanelCx,
    own: &[&Akteur],
    networks: &[Netzwerk],
    selected: Option<AkteurId>,
) -> Option<AkteurId> {
    let links = zusammenarbeit(own, networks);
    if links.is_empty() {
        EmptyState::new(words::NO_LINKS, words::NO_LINKS_WHY).show(ui);
        return None;
    }
    let height = (ui.available_height() * 0.6).floor();
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let chosen = picture(ui, cx, place, own, &links, selected);
    label::rule(ui);
    table(ui, cx, own, networks, &links).or(chosen)
}

/// Organisations on an ellipse, in their order; a line for each link.
fn picture(
    ui: &Ui,
    cx: &PanelCx,
    place: Rect,
    own: &[&Akteur],
    links: &[Zusammenarbeit],
    selected: Option<AkteurId>,
) -> Option<AkteurId> {
    let tokens = cx.tokens;
    let inner = place.shrink2(vec2((place.width() * 0.26).min(190.0), 34.0));
    #[expect(clippy::cast_precision_loss, reason = "a few organisations")]
    let at = |index: usize| -> Pos2 {
        let angle = TAU * (index as f32 / own.len() as f32) - TAU / 4.0;
        inner.center() + vec2(angle.cos() * inner.width() / 2.0, angle.sin() * inner.height() / 2.0)
    };
    let node_of = |id: AkteurId| own.iter().position(|akteur| akteur.id == id).map(at);
    for link in links {
        let Some((from, to)) = node_of(link.one).zip(node_of(link.other)) else { continue };
        let lit = selected.is_some_and(|id| link.one == id || link.other == id);
        let color = if lit { tokens.accent } else { tokens.line_strong };
        let pen = line(if lit { 2.0 } else { stroke::LINE }, color);
        if link.direct {
            ui.painter().line_segment([from, to], pen);
        } else {
            ui.painter().extend(Shape::dashed_line(&[from, to], pen, 5.0, 4.0));
        }
    }
    let mut chosen = None;
    for (index, akteur) in own.iter().enumerate() {
        let center = at(index);
        let number = links.iter().filter(|link| link.one == akteur.id || link.other == akteur.id).count();
        let is_selected = selected == Some(akteur.id);
        let reach = Rect::from_center_size(center, vec2(26.0, 26.0));
        let response = ui.interact(reach, Id::unique(("netz", akteur.id)), Sense::click());
        let spoken = words::node(&akteur.name, number);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &spoken));
        let radius = if is_selected { 9.0 } else { 7.0 };
        let fill = if number == 0 { tokens.track } else { tokens.accent };
        ui.painter().circle_filled(center, radius, color32(fill));
        ui.painter().circle_stroke(center, radius + 2.0, line(2.0, tokens.surface));
        paint::focus_ring(ui, &response, reach);
        name(ui, cx, inner.center(), center, place, akteur, is_selected);
        if response.clicked() {
            chosen = Some(akteur.id);
        }
        response.on_hover_text(spoken);
    }
    legend(ui, cx, place);
    chosen
}

/// The name stands outside the ellipse, on the side of its node.
fn name(ui: &Ui, cx: &PanelCx, middle: Pos2, node: Pos2, place: Rect, akteur: &Akteur, selected: bool) {
    let side = (node.x - middle.x) / (place.width() / 2.0);
    let (anchor, at, room) = if side > 0.08 {
        (Align2::LEFT_CENTER, node + vec2(14.0, 0.0), place.right() - node.x - 20.0)
    } else if side < -0.08 {
        (Align2::RIGHT_CENTER, node - vec2(14.0, 0.0), node.x - place.left() - 20.0)
    } else if node.y < middle.y {
        (Align2::CENTER_BOTTOM, node - vec2(0.0, 12.0), place.width() / 2.0)
    } else {
        (Align2::CENTER_TOP, node + vec2(0.0, 12.0), place.width() / 2.0)
    };
    let style = if selected { TypeStyle::SmallStrong } else { TypeStyle::Small };
    let galley = paint::elided(ui, short_name(&akteur.name), style, cx.tokens.text, room.max(40.0));
    paint::put(ui, ui.painter(), at, anchor, galley);
}

fn legend(ui: &Ui, cx: &PanelCx, place: Rect) {
    let y = place.bottom() - 14.0;
    let mut x = place.left() + space::L;
    for (word, direct) in [(words::LEGEND_DIRECT, true), (words::LEGEND_NETWORK, false)] {
        let ends = [pos2(x, y), pos2(x + 26.0, y)];
        let pen = line(stroke::LINE, cx.tokens.text2);
        if direct {
            ui.painter().line_segment(ends, pen);
        } else {
            ui.painter().extend(Shape::dashed_line(&ends, pen, 5.0, 4.0));
        }
        let at = pos2(x + 32.0, y);
        let shown = paint::text(ui, at, Align2::LEFT_CENTER, word, TypeStyle::Small, cx.tokens.text2);
        x = shown.right() + space::XL;
    }
}

fn table(
    ui: &mut Ui,
    cx: &mut PanelCx,
    own: &[&Akteur],
    networks: &[Netzwerk],
    links: &[Zusammenarbeit],
) -> Option<AkteurId> {
    let columns = [
        Column::text(words::ACTOR).flex(150.0),
        Column::text(words::WITH).flex(150.0),
        Column::text(words::THROUGH).flex(150.0),
    ];
    let name = |id: AkteurId| own.iter().find(|akteur| akteur.id == id).map_or("", |akteur| akteur.name.as_str());
    let table = DataTable::new("netz", words::LINKS, &columns).rows(links.len());
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(link) = links.get(index) else { return };
        row.name(short_name(name(link.one)));
        row.text(short_name(name(link.other)));
        let direct = link.direct.then_some(words::DIRECT);
        let through = networks.iter().filter(|network| link.networks.contains(&network.id));
        let through: Vec<&str> = direct.into_iter().chain(through.map(|network| network.name.as_str())).collect();
        row.small(&through.join("; "));
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = table.show(ui, &mut describe);
    response.selected.and_then(|at| links.get(at)).map(|link| link.one)
}

/// The networks as a list; returns the chosen one.
pub(super) fn list(ui: &mut Ui, cx: &mut PanelCx, own: &[&Netzwerk], selected: Option<usize>) -> Option<usize> {
    let columns = [
        Column::text(words::NETWORK).flex(200.0),
        Column::text(words::NETWORK_PURPOSE).flex(200.0),
        Column::number(words::MEMBERS).fixed(96.0),
    ];
    let table = DataTable::new("netzwerke", words::NETWORKS, &columns).rows(own.len()).selected(selected);
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(network) = own.get(index) else { return };
        if network.demonstration {
            row.name_with_badge(short_name(&network.name), Tone::Warn, icon::FLASK, common::EXAMPLE);
        } else {
            row.name(&network.name);
        }
        row.small(&network.purpose);
        row.text(&crate::text::count(network.members.len()));
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let response = table.show(ui, &mut describe);
    let edited = response.activated.and_then(|at| own.get(at));
    super::edit_from_list(ui, edited.map(|network| Field::new(common::NAME, network.id).id()));
    response.selected
}

/// The form of a network.
pub(super) fn form(ui: &mut Ui, cx: &mut PanelCx, network: &Netzwerk) {
    let mut changed = network.clone();
    let locked = locked(cx);
    label::h3(ui, &network.name);
    example(ui, network.demonstration);
    let name = Field::new(common::NAME, network.id).never_empty().disabled_reason(locked);
    if let Edit::Set(entered) = name.show_text(ui, &network.name) {
        changed.name = entered;
    }
    let purpose = Field::new(words::NETWORK_PURPOSE, network.id).rows(2).disabled_reason(locked);
    if let Edit::Set(entered) = purpose.show_text(ui, &network.purpose) {
        changed.purpose = entered;
    }
    if let Some(areas) = areas_field(ui, cx, network.id, (common::AREAS, false), &network.areas) {
        changed.areas = areas;
    }
    super::akteure::part(ui, words::MEMBERS);
    let mut known: Vec<&Akteur> = cx.snapshot.vor_ort.akteure.iter().collect();
    // Who is near is offered; where the network has no area yet, everybody.
    let near = |akteur: &Akteur| network.areas.is_empty() || network.areas.iter().any(|area| akteur.works_in(*area));
    known.sort_by_key(|akteur| (!near(akteur), &akteur.name));
    for akteur in known.into_iter().filter(|akteur| near(akteur) || network.members.contains(&akteur.id)) {
        let member = network.members.contains(&akteur.id);
        if let Some(on) = check_box(ui, member, &akteur.name).filter(|_| cx.writable()) {
            changed.members.retain(|other| *other != akteur.id);
            if on {
                changed.members.push(akteur.id);
            }
        }
    }
    if changed != *network {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateNetzwerk(changed)));
    }
    if remove(ui, cx, words::REMOVE_NETWORK) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveNetzwerk(network.id)));
    }
}
