//! Sentences of a panel that go into a Handlungsprogramm: a button that asks for the section, and the passage with its
//! numbers bound.

use crate::domain::{
    AreaId, BoundValue, Handlungsprogramm, HandlungsprogrammId, NewPassage, PassageOrigin, SectionKey, TextPiece,
    text_pieces,
};
use crate::programme::{outline, resolve};
use crate::project::{Command, ProgrammeCommand};
use crate::text::panel::takeover as words;
use crate::theme::space;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::menu_item;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Toast};
use egui::{Popup, ScrollArea, Ui};

/// A sentence that a programme may take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The areas that it is about, the most important first.
    pub areas: Vec<AreaId>,
    /// The section that it fits.
    pub section: SectionKey,
    /// Its text with references in brackets in the place of numbers.
    pub text: String,
}

/// How much room the button has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// With its word.
    Worded,
    /// Its sign only.
    Small,
}

/// „Satz übernehmen": proposes the section that fits, and offers the others and the programmes of the other areas.
pub(super) fn button(ui: &mut Ui, cx: &mut PanelCx, size: Size, sentence: impl FnOnce(&PanelCx) -> Option<Sentence>) {
    let sentence = sentence(cx);
    let snapshot = cx.snapshot;
    let programmes: Vec<&Handlungsprogramm> =
        sentence.iter().flat_map(|sentence| &sentence.areas).filter_map(|area| snapshot.programme_of(*area)).collect();
    let reason = match (&sentence, programmes.is_empty()) {
        (None, _) => Some(words::NOTHING),
        (Some(_), _) if !cx.writable() => Some(words::READ_ONLY),
        (Some(_), true) => Some(words::NO_PROGRAMME),
        (Some(_), false) => None,
    };
    let button = match size {
        Size::Worded => Button::secondary(words::TAKE).icon(icon::FILE_TEXT).caret(),
        Size::Small => Button::icon_only(icon::FILE_TEXT, words::TAKE),
    };
    let response = button.compact().disabled_reason(reason).show(ui);
    let (Some(sentence), None) = (sentence, reason) else { return };
    let chosen = Popup::menu(&response)
        .width(320.0)
        .gap(2.0)
        .accessible_name(words::TAKE)
        .show(|ui| places(ui, cx, &programmes, sentence.section));
    if let Some((programme, section)) = chosen.and_then(|shown| shown.inner) {
        take(cx, programme, section, sentence.text);
    }
}

/// The sections to choose from: the one that fits first, of the first programme all, of others the same one.
fn places(
    ui: &mut Ui,
    cx: &PanelCx,
    programmes: &[&Handlungsprogramm],
    fitting: SectionKey,
) -> Option<(HandlungsprogrammId, SectionKey)> {
    let mut chosen = None;
    let mut entry = |ui: &mut Ui, words: &str, programme: HandlungsprogrammId, section: SectionKey| {
        if menu_item(ui, words, false, None) {
            chosen = Some((programme, section));
            ui.close();
        }
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    let title = |section| outline().iter().find(|entry| entry.section == Some(section));
    for (at, programme) in programmes.iter().enumerate() {
        let area = cx.snapshot.data.area(programme.area).map_or("", |area| area.name.as_str());
        if at > 0 {
            label::rule(ui);
        }
        if let Some(own) = title(fitting) {
            entry(ui, &words::into(area, own.number, own.title), programme.id, fitting);
        }
        if at == 0 {
            label::rule(ui);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                label::hint(ui, words::OTHER_SECTION);
            });
            let most = (ui.ctx().content_rect().height() * 0.4).max(120.0);
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                for other in outline() {
                    let Some(section) = other.section.filter(|section| *section != fitting) else { continue };
                    entry(ui, &words::section(other.number, other.title), programme.id, section);
                }
            });
        }
    }
    chosen
}

/// Adds the passage as one step that can be undone.
pub(super) fn take(cx: &mut PanelCx, id: HandlungsprogrammId, section: SectionKey, text: String) {
    let Some(programme) = cx.snapshot.programmes.iter().find(|programme| programme.id == id) else { return };
    let basis = shown(cx, programme, &text);
    let passage = NewPassage { section, origin: PassageOrigin::Own, text, basis, fingerprint: String::new() };
    cx.outbox.command(Command::Programme(ProgrammeCommand::AddPassage { programme: id, passage }));
    let place = outline().iter().find(|entry| entry.section == Some(section));
    let place = place.map_or_else(String::new, |entry| words::section(entry.number, entry.title));
    cx.outbox.push(Intent::Toast(Toast { offers_undo: true, ..Toast::done(words::TAKEN, &place) }));
}

/// What the references of a text show today.
fn shown(cx: &PanelCx, programme: &Handlungsprogramm, text: &str) -> Vec<BoundValue> {
    let basis = cx.basis(programme);
    let value = |piece| match piece {
        TextPiece::Bound(reference) => {
            let shown = resolve(&basis, &reference)?.text;
            Some(BoundValue { reference: reference.to_string(), shown, pinned: false })
        }
        TextPiece::Words(_) | TextPiece::Unknown(_) => None,
    };
    text_pieces(text).into_iter().filter_map(value).collect()
}
