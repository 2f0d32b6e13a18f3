//! What the series says in sentences: jumps to be settled, the area beside the city, convergence, the method.

use crate::analysis::{Jump, published_sentence};
use crate::domain::{IndicatorId, SeriesBreak};
use crate::project::{Command, IndicatorCommand};
use crate::text::{panel::analyse as analyse_words, panel::zeit as words};
use crate::theme::space;
use crate::ui::panel::analyse::takeover;
use crate::ui::takeover::{Size, button};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::notice::notice;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, TimeSubject, TimeView, Toast};
use egui::{Align, Frame, Layout, Margin, Ui};

/// Draws the sentences.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, view: &TimeView, published: &mut Option<IndicatorId>, method: &mut bool) {
    Frame::NONE.inner_margin(Margin::symmetric(space::L as i8, space::M as i8)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for (jump, sentence) in &view.jumps {
            self::jump(ui, cx, jump, sentence);
        }
        ui.horizontal(|ui| {
            label::h3(ui, words::READING);
            let found = |cx: &PanelCx| takeover::course(&cx.snapshot.data, view, cx.area()?.id);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| button(ui, cx, Size::Small, found));
        });
        view.sentences.iter().for_each(|sentence| {
            label::body(ui, sentence);
        });
        if let TimeSubject::Indicator(indicator) = view.order.subject {
            published_check(ui, cx, view, indicator, published);
        }
        let caret = if *method { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        if Button::ghost(words::METHOD).icon(caret).compact().show(ui).clicked() {
            *method = !*method;
        }
        if *method {
            view.method.iter().for_each(|line| {
                label::small(ui, line);
            });
        }
    });
}

fn jump(ui: &mut Ui, cx: &mut PanelCx, jump: &Jump, sentence: &str) {
    ui.push_id(jump.to_year, |ui| {
        let link = cx.writable().then_some(words::ENTER_BREAK);
        if notice(ui, Tone::Warn, sentence, link) {
            enter_break(cx, jump);
        }
        if link.is_none() {
            label::hint(ui, words::READ_ONLY);
        }
    });
}

fn enter_break(cx: &mut PanelCx, jump: &Jump) {
    let Some(card) = cx.snapshot.data.indicator(jump.indicator) else { return };
    let mut card = card.clone();
    card.breaks.push(SeriesBreak { year: jump.to_year, reason: words::break_reason(jump.from_year, jump.to_year) });
    card.breaks.sort_by_key(|broken| broken.year);
    cx.outbox.command(Command::Indicator(IndicatorCommand::Update(card)));
    cx.outbox.push(Intent::Toast(Toast { offers_undo: true, ..Toast::done(words::BREAK_ENTERED, "") }));
}

/// Offered where another indicator of the same unit has values in the last period.
fn published_check(
    ui: &mut Ui,
    cx: &PanelCx,
    view: &TimeView,
    indicator: IndicatorId,
    published: &mut Option<IndicatorId>,
) {
    let (data, Some((_, to))) = (&cx.snapshot.data, view.span) else { return };
    let names_change = |name: &str| name.to_lowercase().contains(words::CHANGE_IN_NAME);
    let others = data
        .indicators
        .iter()
        .filter(|card| card.id != indicator && names_change(&card.name) && data.dataset.column(card.id, to).is_some());
    let mut choices: Vec<(Option<IndicatorId>, String)> = vec![(None, words::NOT_CHECKED.to_owned())];
    choices.extend(others.map(|card| (Some(card.id), analyse_words::axis(&card.name, &card.unit))));
    if choices.len() == 1 {
        return;
    }
    let width = (ui.available_width() - space::L).min(360.0);
    if let Some(chosen) = Combo::new(words::PUBLISHED).with_label().width(width).show(ui, Some(published), &choices) {
        *published = chosen;
    }
    if let Some(check) = &view.published {
        label::body(ui, &published_sentence(check));
    }
}
