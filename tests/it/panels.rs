//! The window by its accessible names, without display or GPU.
//!
//! `AKTIONSPLAN_BILDER=folder cargo test --test it panels` also writes pictures of what the tests show.

#[path = "support/mod.rs"]
mod support;

use aktionsplan::theme::Theme;
use aktionsplan::ui::widget::style;
use egui::{Ui, Vec2};
use egui_kittest::Harness;
use support::raster::Textures;

/// A harness with our fonts and style, and the textures for its pictures.
pub struct Stage<'a, S> {
    /// Drives what is shown.
    pub harness: Harness<'a, S>,
    textures: Textures,
}

/// Shows `show` with our fonts and style: fixed theme, scale 1, no animation.
pub fn stage<'a, S: 'a>(
    theme: Theme,
    size: impl Into<Vec2>,
    state: S,
    show: impl FnMut(&mut Ui, &mut S) + 'a,
) -> Stage<'a, S> {
    let textures = Textures::default();
    let harness = Harness::builder()
        .with_size(size)
        .with_theme(match theme {
            Theme::Light => egui::Theme::Light,
            Theme::Dark => egui::Theme::Dark,
        })
        .with_os(egui::os::OperatingSystem::Nix)
        .renderer(textures.clone())
        .with_context_setup(move |ctx| style::install(ctx, theme))
        .build_ui_state(show, state);
    Stage { harness, textures }
}

impl<S> Stage<'_, S> {
    /// Writes the frame as `name.png` where the environment asks for pictures.
    pub fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("AKTIONSPLAN_BILDER") else { return };
        let png = self.textures.picture(&self.harness.ctx, self.harness.output()).encode_png().expect("a PNG");
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), png).expect("the folder exists");
    }
}

#[path = "panels/aktionsbuero.rs"]
mod aktionsbuero;
#[path = "panels/analyse.rs"]
mod analyse;
#[path = "panels/bedarf.rs"]
mod bedarf;
#[path = "panels/berichte.rs"]
mod berichte;
#[path = "panels/beteiligung.rs"]
mod beteiligung;
#[path = "panels/daten.rs"]
mod daten;
#[path = "panels/eintraege.rs"]
mod eintraege;
#[path = "panels/erfahrungen.rs"]
mod erfahrungen;
#[path = "panels/gallery.rs"]
mod gallery;
#[path = "panels/hilfe.rs"]
mod hilfe;
#[path = "panels/karte.rs"]
mod karte;
#[path = "panels/keyboard.rs"]
mod keyboard;
#[path = "panels/programm.rs"]
mod programm;
#[path = "panels/shell.rs"]
mod shell;
#[path = "panels/typen.rs"]
mod typen;
#[path = "panels/uebersicht.rs"]
mod uebersicht;
#[path = "panels/verfahren.rs"]
mod verfahren;
#[path = "panels/vor_ort.rs"]
mod vor_ort;
#[path = "panels/window.rs"]
mod window;
#[path = "panels/zeit.rs"]
mod zeit;
