//! What came out of an event: theses with their support, ideas that become measures, who wants to take part.

use super::veranstaltungen::{MOST_PEOPLE, send};
use super::{locked, measures};
use crate::domain::{Handlungsfeld, Idee, IdeeId, Mitwirkung, MitwirkungId, These, Veranstaltung, Zustimmung};
use crate::programme::measure_of_idea;
use crate::project::BeteiligungCommand;
use crate::text;
use crate::text::panel::beteiligung as words;
use crate::theme::{TypeStyle, control, space, stroke};
use crate::ui::selection::{await_entry, is_awaited};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Entry, PanelCx};
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

const KIND: f32 = 130.0;
const COUNT: f32 = 52.0;
const MEASURE: f32 = 150.0;
pub(super) const ICON: f32 = 24.0;

/// Draws the three lists.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.frame));
    ScrollArea::vertical().id_salt(("ergebnisse", event.id)).auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 14, right: 18, top: 10, bottom: 12 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            theses(ui, cx, event);
            ui.add_space(space::L);
            ideas(ui, cx, event);
            ui.add_space(space::L);
            helpers(ui, cx, event);
        });
    });
}

/// Heading with a line about it; whether the button was clicked.
fn head(ui: &mut Ui, cx: &PanelCx, title: &str, why: &str, add: &str) -> bool {
    let mut clicked = false;
    ui.horizontal(|ui| {
        label::h3(ui, title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            clicked = Button::secondary(add).icon(icon::PLUS).compact().disabled_reason(locked(cx)).show(ui).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label::elided(ui, why, TypeStyle::Small);
            });
        });
    });
    clicked
}

/// A row of fields with the button that removes it; `show` gets the width for the fields. Whether it is to go.
pub(super) fn entry_row(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    remove: &str,
    locked: Option<&'static str>,
    show: impl FnOnce(&mut Ui, f32),
) -> bool {
    let row = ui.push_id(id, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let width = ui.available_width() - ICON - space::XS;
            show(ui, width);
            Button::icon_only(icon::TRASH, remove).compact().disabled_reason(locked).show(ui).clicked()
        })
    });
    row.inner.inner
}

fn theses(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung) {
    let mut changed = event.clone();
    if head(ui, cx, words::THESES, words::THESES_WHY, words::ADD_THESIS) {
        await_entry(ui, ("thesen", event.id), event.theses.len());
        changed.theses.push(These { text: words::NEW_THESIS.to_owned(), support: Zustimmung::default() });
    }
    let mut gone = None;
    for (at, these) in event.theses.iter().enumerate() {
        let remove = entry_row(ui, ("these", at), words::REMOVE_THESIS, locked(cx), |ui, width| {
            changed.theses[at] = thesis(ui, cx, event, (at, these), width);
        });
        gone = gone.or(remove.then_some(at));
    }
    if let Some(at) = gone {
        changed.theses.remove(at);
    }
    if changed != *event {
        send(cx, BeteiligungCommand::UpdateVeranstaltung(changed));
    }
}

/// The fields of a thesis; gives it as they say.
fn thesis(ui: &mut Ui, cx: &PanelCx, event: &Veranstaltung, (at, these): (usize, &These), width: f32) -> These {
    let (mut changed, locked) = (these.clone(), locked(cx));
    let name = words::thesis(at + 1);
    let counted = votes(these.support);
    let counts = if counted.is_some() { 2.0 * (COUNT + space::XS) + 26.0 } else { 0.0 };
    let width = (width - KIND - counts - 2.0 * space::XS).max(120.0);
    let field = Field::new(&name, (event.id, at)).hide_label().compact().width(width).disabled_reason(locked);
    if is_awaited(ui, ("thesen", event.id), at) {
        field.focus_all(ui, &these.text);
    }
    if let Edit::Set(words) = field.never_empty().show_text(ui, &these.text) {
        changed.text = words;
    }
    let kinds = Zustimmung::KINDS.map(|kind| (kind, text::zustimmung_kind(kind)));
    let current = kinds.iter().map(|(kind, _)| *kind).find(|kind| kind.is_same_kind(these.support));
    let label = format!("{name}, {}", words::SUPPORT);
    let combo = Combo::new(&label).compact().width(KIND).disabled_reason(locked);
    if let Some(kind) = combo.show(ui, current.as_ref(), &kinds).filter(|kind| !kind.is_same_kind(these.support)) {
        changed.support = kind;
        return changed;
    }
    let Some((dafuer, abgegeben)) = counted else { return changed };
    let number = |ui: &mut Ui, what: &str, value: u32| {
        let label = format!("{name}, {what}");
        let field = Field::new(&label, (event.id, at)).hide_label().compact().width(COUNT).disabled_reason(locked);
        field.never_empty().show_count(ui, Some(value), MOST_PEOPLE).set().unwrap_or(value)
    };
    let dafuer = number(ui, words::VOTES_FOR, dafuer);
    ui.label(rich(words::OF, TypeStyle::Small, cx.tokens.text2));
    // Votes for it are votes: the whole is never less.
    let abgegeben = number(ui, words::VOTES, abgegeben).max(dafuer);
    changed.support = Zustimmung::Gezaehlt { dafuer, abgegeben };
    changed
}

/// What was counted, if it was.
fn votes(support: Zustimmung) -> Option<(u32, u32)> {
    match support {
        Zustimmung::Gezaehlt { dafuer, abgegeben } => Some((dafuer, abgegeben)),
        Zustimmung::NichtErhoben
        | Zustimmung::Einhellig
        | Zustimmung::Mehrheitlich
        | Zustimmung::Geteilt
        | Zustimmung::Vereinzelt => None,
    }
}

fn ideas(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung) {
    if head(ui, cx, words::IDEAS, words::IDEAS_WHY, words::ADD_IDEA) {
        let own = cx.snapshot.vor_ort.ideen.iter().filter(|idee| idee.veranstaltung == event.id);
        await_entry(ui, ("ideen", event.id), own.count());
        let text = words::NEW_IDEA.to_owned();
        let handlungsfeld = Handlungsfeld::Zusammenhalt;
        let idee = Idee { id: IdeeId(0), veranstaltung: event.id, text, handlungsfeld, massnahme: None };
        send(cx, BeteiligungCommand::AddIdee(idee));
    }
    let snapshot = cx.snapshot;
    let own = snapshot.vor_ort.ideen.iter().filter(|idee| idee.veranstaltung == event.id);
    for (at, idee) in own.enumerate() {
        let locked = locked(cx);
        let remove = entry_row(ui, ("idee", idee.id), words::REMOVE_IDEA, locked, |ui, width| {
            idea(ui, cx, event, (at, idee), width);
        });
        if remove {
            send(cx, BeteiligungCommand::RemoveIdee(idee.id));
        }
    }
}

fn idea(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung, (at, idee): (usize, &Idee), width: f32) {
    let (mut changed, locked) = (idee.clone(), locked(cx));
    let name = words::idea(at + 1);
    let width = (width - 2.0 * MEASURE - 2.0 * space::XS).max(120.0);
    let field = Field::new(&name, idee.id).hide_label().compact().width(width).disabled_reason(locked);
    if is_awaited(ui, ("ideen", event.id), at) {
        field.focus_all(ui, &idee.text);
    }
    if let Edit::Set(words) = field.never_empty().show_text(ui, &idee.text) {
        changed.text = words;
    }
    let fields = Handlungsfeld::ALL.map(|field| (field, text::handlungsfeld_short(field)));
    let label = format!("{name}, {}", words::IDEA_FIELD);
    let combo = Combo::new(&label).compact().width(MEASURE).disabled_reason(locked);
    if let Some(field) = combo.show(ui, Some(&idee.handlungsfeld), &fields) {
        changed.handlungsfeld = field;
    }
    if changed != *idee {
        send(cx, BeteiligungCommand::UpdateIdee(changed));
    }
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(MEASURE, control::COMPACT), layout, |ui| measure_of(ui, cx, event, idee));
}

/// The measure that the idea became, or the button that makes one of it.
fn measure_of(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung, idee: &Idee) {
    ui.set_min_width(MEASURE);
    if let Some((id, number)) = idee.massnahme.zip(measures::number_of(cx.snapshot, idee.massnahme)) {
        if Button::link(&number).show(ui).clicked() {
            cx.open(Entry::Massnahme(id));
        }
        return;
    }
    let programme = cx.snapshot.programme_of(event.area).map(|programme| programme.id);
    let reason = locked(cx).or(programme.is_none().then_some(words::NO_PROGRAMME));
    let button = Button::recommended(words::MAKE_MEASURE).compact().disabled_reason(reason);
    if let (true, Some(programme)) = (button.show(ui).clicked(), programme) {
        let massnahme = Box::new(measure_of_idea(idee, event));
        send(cx, BeteiligungCommand::AdoptIdee { idee: idee.id, programme, massnahme });
    }
}

fn helpers(ui: &mut Ui, cx: &mut PanelCx, event: &Veranstaltung) {
    if head(ui, cx, words::HELPERS, words::HELPERS_WHY, words::ADD_HELPER) {
        let own = cx.snapshot.vor_ort.mitwirkungen.iter().filter(|helper| helper.veranstaltung == event.id);
        await_entry(ui, ("mitwirkung", event.id), own.count());
        let who = words::NEW_HELPER.to_owned();
        let id = MitwirkungId(0);
        let helper = Mitwirkung { id, veranstaltung: event.id, who, what: String::new(), massnahme: None };
        send(cx, BeteiligungCommand::AddMitwirkung(helper));
    }
    let snapshot = cx.snapshot;
    let own = snapshot.vor_ort.mitwirkungen.iter().filter(|helper| helper.veranstaltung == event.id);
    for (at, helper) in own.enumerate() {
        let mut changed = helper.clone();
        let locked = locked(cx);
        let remove = entry_row(ui, ("mitwirkung", helper.id), words::REMOVE_HELPER, locked, |ui, width| {
            let name = words::helper(at + 1);
            let half = ((width - MEASURE - 2.0 * space::XS) / 2.0).max(100.0);
            let field = Field::new(&name, helper.id).hide_label().compact().width(half).disabled_reason(locked);
            if is_awaited(ui, ("mitwirkung", event.id), at) {
                field.focus_all(ui, &helper.who);
            }
            if let Edit::Set(who) = field.never_empty().show_text(ui, &helper.who) {
                changed.who = who;
            }
            let label = format!("{name}, {}", words::WHAT);
            let field = Field::new(&label, helper.id).hide_label().compact().width(half).disabled_reason(locked);
            if let Edit::Set(what) = field.placeholder(words::WHAT).show_text(ui, &helper.what) {
                changed.what = what;
            }
            let label = format!("{name}, {}", words::MEASURE);
            let combo = Combo::new(&label).compact().width(MEASURE).disabled_reason(locked);
            let choices = measures::choices(snapshot, event.area, words::NO_MEASURE);
            if let Some(measure) = combo.show(ui, Some(&helper.massnahme), &choices) {
                changed.massnahme = measure;
            }
        });
        if remove {
            send(cx, BeteiligungCommand::RemoveMitwirkung(helper.id));
        } else if changed != *helper {
            send(cx, BeteiligungCommand::UpdateMitwirkung(changed));
        }
    }
}
