//! All widgets on one sheet, light and dark.

use super::stage;
use aktionsplan::theme::Theme;
use aktionsplan::ui::widget::badge::{Tone, badge};
use aktionsplan::ui::widget::button::Button;
use aktionsplan::ui::widget::{icon, style, text};
use egui::{CentralPanel, Frame, Ui};

fn gallery(ui: &mut Ui) {
    let ground = style::color32(style::tokens(ui).surface);
    CentralPanel::default().frame(Frame::new().fill(ground).inner_margin(16)).show(ui, |ui| {
        ui.columns(4, |columns| {
            buttons(&mut columns[0]);
        });
    });
}

fn buttons(ui: &mut Ui) {
    text::section(ui, "Schaltfläche");
    Button::primary("Importieren").show(ui);
    Button::primary("Maßnahme anlegen").icon(icon::PLUS).shortcut("Strg+N").show(ui);
    Button::primary("Gesperrt").disabled_reason(Some("Jahr zuordnen.")).show(ui);
    Button::secondary("Abbrechen").show(ui);
    Button::secondary("Varianten").icon(icon::COPY).show(ui);
    Button::recommended("Bündeln").compact().show(ui);
    Button::ghost("Kopieren").icon(icon::COPY).show(ui);
    Button::link("Alle übernehmen").show(ui);
    Button::icon_only(icon::X, "Schließen").show(ui);
    text::section(ui, "Stand");
    badge(ui, Tone::Ok, icon::CHECK, "gedeckt");
    badge(ui, Tone::Neutral, icon::CIRCLE_HALF, "teilweise");
    badge(ui, Tone::Warn, icon::WARNING, "Lücke");
    badge(ui, Tone::Err, icon::WARNING_CIRCLE, "Überschneidung");
    badge(ui, Tone::Info, icon::GAVEL, "in Beratung");
    badge(ui, Tone::Accent, "", "Entwurf");
}

#[test]
fn every_widget_shows_in_both_themes() {
    for (theme, name) in [(Theme::Light, "bausteine"), (Theme::Dark, "bausteine_dunkel")] {
        let mut stage = stage(theme, [1366.0, 768.0], (), |ui, ()| gallery(ui));
        stage.harness.run();
        stage.picture(name);
    }
}
