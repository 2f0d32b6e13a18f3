//! Headings, words and lists of terms in the type scale.

use super::paint;
use super::style::{color32, line, rich, tokens};
use crate::theme::{TypeStyle, space, stroke};
use egui::accesskit::Role;
use egui::{Label, Response, Sense, Ui, vec2};

/// Title of a view.
pub fn title(ui: &mut Ui, words: &str) -> Response {
    heading(ui, words, TypeStyle::Title)
}

/// Section of a pane.
pub fn h2(ui: &mut Ui, words: &str) -> Response {
    heading(ui, words, TypeStyle::H2)
}

/// Subsection.
pub fn h3(ui: &mut Ui, words: &str) -> Response {
    heading(ui, words, TypeStyle::H3)
}

/// A heading with a line below it that runs through the pane.
pub fn section(ui: &mut Ui, words: &str) -> Response {
    let response = h3(ui, words);
    rule(ui);
    response
}

/// Ordinary words, broken at the edge.
pub fn body(ui: &mut Ui, words: &str) -> Response {
    ui.add(Label::new(rich(words, TypeStyle::Body, tokens(ui).text)).wrap())
}

/// Emphasised words.
pub fn strong(ui: &mut Ui, words: &str) -> Response {
    ui.add(Label::new(rich(words, TypeStyle::BodyStrong, tokens(ui).text)).wrap())
}

/// Quiet words: labels, secondary facts.
pub fn small(ui: &mut Ui, words: &str) -> Response {
    ui.add(Label::new(rich(words, TypeStyle::Small, tokens(ui).text2)).wrap())
}

/// Quietest words: hints and units.
pub fn hint(ui: &mut Ui, words: &str) -> Response {
    let label = Label::new(rich(words, TypeStyle::Small, tokens(ui).text3)).wrap();
    if ui.layout().horizontal_justify() {
        // In a menu the lines would be stretched to its width.
        return ui.vertical(|ui| ui.add(label)).inner;
    }
    ui.add(label)
}

/// The one big number of an inspector.
pub fn figure(ui: &mut Ui, words: &str) -> Response {
    ui.add(Label::new(rich(words, TypeStyle::Figure, tokens(ui).text)))
}

/// Words on one line, elided; the whole stands in the tooltip.
pub fn elided(ui: &mut Ui, words: &str, style: TypeStyle) -> Response {
    ui.add(Label::new(rich(words, style, tokens(ui).text)).truncate())
}

/// A line through the pane.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let rect = paint::snap(ui, rect);
    ui.painter().rect_filled(rect, 0.0, color32(tokens(ui).line));
}

/// Terms left, their facts right: `Zelle  F11, Blatt „2025“`.
pub fn terms(ui: &mut Ui, id: &str, pairs: &[(&str, &str)]) {
    let tokens = tokens(ui);
    egui::Grid::new(id).num_columns(2).spacing(vec2(space::XL, space::XS)).min_row_height(18.0).show(ui, |ui| {
        for (term, fact) in pairs {
            ui.label(rich(*term, TypeStyle::Small, tokens.text2));
            ui.add(Label::new(rich(*fact, TypeStyle::Small, tokens.text)).wrap());
            ui.end_row();
        }
    });
}

/// A number under its small label, as in the head of a profile.
pub fn fact(ui: &mut Ui, label: &str, value: &str) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        small(ui, label);
        ui.label(rich(value, TypeStyle::Title, tokens(ui).text));
    })
    .response
}

/// A vertical line between groups of a toolbar.
pub fn divider(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 20.0), Sense::hover());
    ui.painter().vline(rect.center().x.floor() + 0.5, rect.y_range(), line(stroke::LINE, tokens(ui).frame));
}

fn heading(ui: &mut Ui, words: &str, style: TypeStyle) -> Response {
    let response = ui.label(rich(words, style, tokens(ui).text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(words);
    });
    response
}
