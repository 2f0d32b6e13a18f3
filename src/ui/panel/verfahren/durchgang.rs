//! Which round of the procedure is looked at, its name, and the beginning of the next one.

use crate::domain::DurchgangId;
use crate::project::{Command, VerfahrenCommand};
use crate::text::panel::verfahren as words;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Toast, ToastKind, UiAction};
use egui::Ui;

/// The choice between the round under way and earlier ones.
pub(super) fn choose(ui: &mut Ui, cx: &PanelCx, past: &mut Option<DurchgangId>, width: f32) {
    let verfahren = &cx.snapshot.verfahren;
    let present = verfahren.durchgang().map_or(words::DURCHGANG, |known| known.name.as_str());
    let mut choices: Vec<(Option<DurchgangId>, String)> = vec![(None, present.to_owned())];
    let over = verfahren.durchgaenge.iter().filter_map(|known| Some((known, known.abgeschlossen_am?)));
    choices.extend(over.map(|(known, day)| (Some(known.id), words::past_durchgang(&known.name, day))));
    if let Some(chosen) = Combo::new(words::DURCHGANG).compact().width(width).show(ui, Some(&*past), &choices) {
        *past = chosen;
    }
}

/// What is being typed as the name of the next round.
#[derive(Default)]
pub(super) struct NextDurchgang {
    name: String,
}

impl NextDurchgang {
    /// Draws the names and the button that begins the next round.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let locked = cx.disabled_reason(UiAction::NewEntry);
        let present = cx.snapshot.verfahren.durchgang().map_or("", |known| known.name.as_str()).to_owned();
        label::section(ui, words::DURCHGANG);
        let width = ((ui.available_width() - 12.0) / 2.0).min(300.0);
        ui.horizontal_top(|ui| {
            let field = Field::new(words::DURCHGANG_NAME, "durchgang").width(width).disabled_reason(locked);
            let field = field.never_empty().note(words::DURCHGANG_NAME_NOTE);
            if let Edit::Set(name) = field.show_text(ui, &present) {
                cx.outbox.command(Command::Verfahren(VerfahrenCommand::NameDurchgang(name)));
            }
            let field = Field::new(words::NEXT_DURCHGANG, "naechster-durchgang").width(width).disabled_reason(locked);
            if let Edit::Set(name) = field.show_text(ui, &self.name) {
                self.name = name;
            }
        });
        label::hint(ui, words::BEGIN_NOTE);
        let named = !present.trim().is_empty() && !self.name.trim().is_empty();
        let reason = locked.or((!named).then_some(words::BEGIN_NEEDS_NAMES));
        let button = Button::secondary(words::BEGIN_DURCHGANG).icon(icon::ARROWS_CLOCKWISE).compact();
        if button.disabled_reason(reason).show(ui).clicked() {
            let (name, day) = (std::mem::take(&mut self.name), cx.today);
            let command = VerfahrenCommand::BeginDurchgang { name, present_name: present, day };
            cx.outbox.command(Command::Verfahren(command));
            let toast = Toast {
                kind: ToastKind::Done,
                title: words::BEGUN.to_owned(),
                detail: String::new(),
                reveal: None,
                offers_undo: true,
            };
            cx.outbox.push(Intent::Toast(toast));
        }
        earlier(ui, cx, locked);
    }
}

/// Earlier rounds, each with the way out of the project.
fn earlier(ui: &mut Ui, cx: &mut PanelCx, locked: Option<&'static str>) {
    for known in &cx.snapshot.verfahren.durchgaenge {
        let Some(day) = known.abgeschlossen_am else { continue };
        ui.horizontal(|ui| {
            label::small(ui, &words::past_durchgang(&known.name, day));
            let button = Button::icon_only(icon::TRASH, words::REMOVE_DURCHGANG).compact().disabled_reason(locked);
            if ui.push_id(known.id, |ui| button.show(ui)).inner.clicked() {
                cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveDurchgang(known.id)));
            }
        });
    }
}
