//! The bar over the page: add, insert a bound number, draw up anew; words of the section.

use super::super::{Plan, lookup};
use super::{TextPart, draft, editing, editor_id, head};
use crate::domain::{PassageOrigin, SectionKey};
use crate::programme::CheckKind;
use crate::text::panel::programm as words;
use crate::theme::TypeStyle;
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::menu_entry;
use crate::ui::widget::icon;
use crate::ui::widget::style::rich;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align, Id, Layout, Popup, ScrollArea, Ui};

/// Shows the bar.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart) {
    let section = part.section();
    head(ui, |ui| {
        let add = Button::secondary(words::ADD_PASSAGE).icon(icon::PLUS).compact().disabled_reason(plan.locked);
        if add.show(ui).clicked() {
            part.begin_passage();
        }
        insert_menu(ui, cx, plan, part);
        let reason = redraft_reason(plan, section);
        let redraft = Button::secondary(words::REDRAFT)
            .icon(icon::ARROWS_CLOCKWISE)
            .compact()
            .hint(words::REDRAFT_HINT)
            .disabled_reason(reason);
        if redraft.show(ui).clicked() {
            part.commit(cx);
            draft(cx, plan, section);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.available_width() > 70.0 {
                let count = plan.programme.passages.iter().map(|passage| editing::word_count(&passage.text)).sum();
                ui.label(rich(words::words(count), TypeStyle::Small, cx.tokens.text2));
            }
        });
    });
}

fn redraft_reason<'a>(plan: Plan<'a>, section: SectionKey) -> Option<&'a str> {
    let Some(view) = plan.view else { return Some(words::CHECKING) };
    let of =
        |origin| plan.programme.passages.iter().any(|passage| passage.section == section && passage.origin == origin);
    let out_of_date = view.checks.iter().any(|check| {
        check.section == Some(section) && matches!(check.kind, CheckKind::StaleValue | CheckKind::StaleWording)
    });
    if plan.locked.is_some() {
        plan.locked
    } else if view.drafts.get(&section).is_none_or(Vec::is_empty) {
        Some(words::REDRAFT_NO_DRAFT)
    } else if of(PassageOrigin::Edited) {
        Some(words::REDRAFT_HAS_EDITED)
    } else {
        (!(of(PassageOrigin::Generated) && out_of_date)).then_some(words::REDRAFT_NOT_NEEDED)
    }
}

/// The list of numbers, opened from its button or by `/`.
pub(super) fn insert_list_id() -> Id {
    Id::unique("programm-zahlen")
}

/// The numbers to choose from; called from the keyboard, the first one has it.
fn insert_list(ui: &mut Ui, cx: &PanelCx, plan: Plan, by_keyboard: bool) -> Option<lookup::Insertable> {
    let numbers = lookup::insertables(&cx.snapshot.data, plan.programme, plan.area, cx.derived.ranking());
    let mut chosen = None;
    for (at, number) in numbers.into_iter().enumerate() {
        let entry = menu_entry(ui, &number.name, false, Some(&number.today));
        let list_has_focus = ui.memory(|memory| memory.focused().is_some_and(|id| id != editor_id()));
        if by_keyboard && at == 0 && !list_has_focus {
            entry.request_focus();
        }
        if entry.gained_focus() {
            entry.scroll_to_me(None);
        }
        if entry.clicked() {
            chosen = Some(number);
        }
    }
    chosen
}

fn insert_menu(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut TextPart) {
    let reason = part.editing.is_none().then_some(words::INSERT_NEEDS_EDITOR);
    let button = Button::secondary(words::INSERT_NUMBER).icon(icon::HASH).compact().caret();
    let response = button.disabled_reason(plan.locked.or(reason)).show(ui);
    let Some(editing) = &mut part.editing else { return };
    let by_slash = part.by_slash;
    let chosen =
        Popup::menu(&response).id(insert_list_id()).width(380.0).accessible_name(words::INSERT_NUMBER).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let height = ui.ctx().content_rect().height() * 0.6;
            ScrollArea::vertical().max_height(height).show(ui, |ui| insert_list(ui, cx, plan, by_slash)).inner
        });
    let Some(shown) = chosen else {
        // The list was closed without a choice: typing goes on.
        editing.wants_focus |= std::mem::take(&mut part.by_slash);
        return;
    };
    let Some(number) = shown.inner else { return };
    let mut state = TextEditState::load(ui.ctx(), editor_id()).unwrap_or_default();
    let mut at: Option<usize> = state.cursor.char_range().map(|range| range.primary.index.into());
    if std::mem::take(&mut part.by_slash) {
        at = at.map(|at| editing.take_slash(at));
    }
    let after = editing.insert(at, &number.reference);
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(after))));
    state.store(ui.ctx(), editor_id());
    editing.wants_focus = true;
    Popup::close_all(ui.ctx());
}
