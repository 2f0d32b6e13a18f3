//! The form of a service.

use super::{areas_field, example, locked, remove};
use crate::domain::{Akteur, Angebot, AngebotArt, FundingTerm, Handlungsfeld};
use crate::programme::{SiteTable, services_table};
use crate::project::{Command, VorOrtCommand};
use crate::text;
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::angebote as words;
use crate::ui::PanelCx;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::text as label;
use egui::Ui;

/// Draws the form.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, angebot: &Angebot) {
    let mut changed = angebot.clone();
    label::h3(ui, &angebot.name);
    example(ui, angebot.demonstration);
    what(ui, cx, &mut changed);
    carried_by(ui, cx, &mut changed);
    place(ui, cx, &mut changed);
    extent(ui, cx, &mut changed);
    money(ui, cx, &mut changed);
    if changed != *angebot {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::UpdateAngebot(changed)));
    }
    if remove(ui, cx, common::REMOVE_SERVICE) {
        cx.outbox.command(Command::VorOrt(VorOrtCommand::RemoveAngebot(angebot.id)));
    }
}

fn words_field(ui: &mut Ui, cx: &PanelCx, angebot: &Angebot, name: &'static str, rows: usize, value: &mut String) {
    let field = Field::new(name, angebot.id).rows(rows).disabled_reason(locked(cx));
    if let Edit::Set(entered) = field.show_text(ui, value) {
        *value = entered;
    }
}

/// A field of words of the service; `$field` is read and written.
macro_rules! words_of {
    ($ui:expr, $cx:expr, $angebot:expr, $name:expr, $rows:expr, $field:ident) => {
        let mut value = $angebot.$field.clone();
        words_field($ui, $cx, $angebot, $name, $rows, &mut value);
        $angebot.$field = value;
    };
}

fn what(ui: &mut Ui, cx: &PanelCx, angebot: &mut Angebot) {
    let name = Field::new(common::NAME, angebot.id).never_empty().disabled_reason(locked(cx));
    if let Edit::Set(entered) = name.show_text(ui, &angebot.name) {
        angebot.name = entered;
    }
    let fields = Handlungsfeld::ALL.map(|field| (field, text::handlungsfeld_short(field)));
    let width = ui.available_width();
    let combo = Combo::new(common::FIELD).with_label().width(width).disabled_reason(locked(cx));
    if let Some(field) = combo.show(ui, Some(&angebot.handlungsfeld), &fields) {
        angebot.handlungsfeld = field;
    }
    let kinds = AngebotArt::ALL.map(|kind| (kind, text::angebot_art(kind)));
    let combo = Combo::new(words::KIND).with_label().width(width).disabled_reason(locked(cx));
    if let Some(kind) = combo.show(ui, Some(&angebot.kind), &kinds) {
        angebot.kind = kind;
    }
    words_of!(ui, cx, angebot, common::TARGET, 1, zielgruppe);
}

fn carried_by(ui: &mut Ui, cx: &PanelCx, angebot: &mut Angebot) {
    words_of!(ui, cx, angebot, common::TRAEGER, 1, traeger);
    let mut known: Vec<&Akteur> = cx.snapshot.vor_ort.akteure.iter().collect();
    known.sort_by_key(|akteur| (!akteur.works_in(angebot.area), &akteur.name));
    let choices: Vec<(Option<_>, &str)> = std::iter::once((None, words::RUN_BY_FREE))
        .chain(known.iter().map(|akteur| (Some(akteur.id), akteur.name.as_str())))
        .collect();
    let width = ui.available_width();
    let combo = Combo::new(words::RUN_BY).with_label().width(width).disabled_reason(locked(cx));
    if let Some(akteur) = combo.show(ui, Some(&angebot.akteur), &choices) {
        angebot.akteur = akteur;
        if let Some(linked) = known.iter().find(|one| Some(one.id) == akteur) {
            angebot.traeger.clone_from(&linked.name);
        }
    }
}

fn place(ui: &mut Ui, cx: &PanelCx, angebot: &mut Angebot) {
    words_of!(ui, cx, angebot, common::PLACE, 1, standort);
    words_of!(ui, cx, angebot, words::REACH, 1, reach);
    if let Some(areas) = areas_field(ui, cx, angebot.id, (words::AREAS, true), &angebot.areas()) {
        angebot.set_areas(&areas);
    }
}

fn extent(ui: &mut Ui, cx: &PanelCx, angebot: &mut Angebot) {
    words_of!(ui, cx, angebot, common::EXTENT_SHORT, 2, umfang);
    let number = |ui: &mut Ui, name: &'static str, value: Option<u32>, most: u32| {
        let field = Field::new(name, angebot.id).width(130.0).disabled_reason(locked(cx));
        ui.vertical(|ui| field.show_count(ui, value, most).changed()).inner
    };
    let (mut capacity, mut used) = (None, None);
    ui.horizontal_top(|ui| {
        capacity = number(ui, words::CAPACITY, angebot.capacity, Angebot::MOST_PLACES);
        used = number(ui, words::USE_PERCENT, angebot.use_percent.map(u32::from), Angebot::MOST_PERCENT.into());
    });
    label::small(ui, words::USE_NOTE);
    if let Some(entered) = capacity {
        angebot.capacity = entered;
    }
    if let Some(entered) = used {
        angebot.use_percent = entered.and_then(|percent| u16::try_from(percent).ok());
    }
    words_of!(ui, cx, angebot, words::HOURS, 2, opening_hours);
}

fn money(ui: &mut Ui, cx: &PanelCx, angebot: &mut Angebot) {
    words_of!(ui, cx, angebot, words::FUNDING, 1, funding);
    let unlimited = angebot.funded == FundingTerm::Unlimited;
    if let Some(ticked) = check_box(ui, unlimited, words::TERM_UNLIMITED).filter(|_| cx.writable()) {
        angebot.funded = if ticked { FundingTerm::Unlimited } else { FundingTerm::Unknown };
    }
    if !unlimited {
        let until = Field::new(common::FUNDED_UNTIL, angebot.id).width(130.0).disabled_reason(locked(cx));
        if let Some(date) = until.show_date(ui, angebot.funded.until()).changed() {
            angebot.funded = date.into();
        }
    }
    words_of!(ui, cx, angebot, words::QUALITY, 2, quality);
    let as_of = Field::new(words::AS_OF, angebot.id).width(130.0).disabled_reason(locked(cx));
    if let Some(date) = as_of.show_date(ui, angebot.as_of).changed() {
        angebot.as_of = date;
    }
}

/// The services as a table to copy or to save.
pub(super) fn table(cx: &PanelCx, own: &[&Angebot]) -> SiteTable {
    services_table(&cx.snapshot.data, own)
}
