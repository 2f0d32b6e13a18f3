//! What goes into the chosen document, and what is to be checked before it goes out.

use super::{BerichtePanel, Reports, format_name, outline};
use crate::document::Format;
use crate::domain::{AreaId, Handlungsprogramm, Status, TextPiece, text_pieces};
use crate::programme::{Check, Profile, Severity};
use crate::text::panel::berichte as words;
use crate::text::report::{document_subtitle, document_title};
use crate::text::{self, count};
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::segment;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::check_box;
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{PanelCx, Section};
use egui::{Frame, Label, Layout, Margin, ScrollArea, Sense, Ui, vec2};

/// Below this width the sheet of paper is left out.
const SHEET_FROM: f32 = 560.0;
const SHEET: f32 = 252.0;
/// So many checks are written out; the rest is counted.
const CHECKS: usize = 4;

/// The pane's ground.
pub(super) fn frame(cx: &PanelCx) -> Frame {
    Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 16, right: 8, top: 12, bottom: 12 })
}

/// The line between list and pane.
pub(super) fn edge(ui: &Ui, cx: &PanelCx) {
    let rect = ui.max_rect();
    ui.painter().vline(rect.left() - 15.5, rect.expand2(vec2(0.0, 12.0)).y_range(), line(stroke::LINE, cx.tokens.line));
}

/// Draws the pane, where profile and formats are chosen.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, wanted: &mut BerichtePanel) {
    ScrollArea::vertical().id_salt("bericht").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 8.0);
        if wanted.all {
            show_all(ui, cx, reports, wanted);
            return;
        }
        let snapshot = cx.snapshot;
        let found = cx.focus.area.filter(|area| reports.areas.contains(area));
        match found.map(|area| (area, snapshot.programme_of(area))) {
            Some((area, Some(programme))) => show_one(ui, cx, area, programme, wanted),
            Some((_, None)) => {
                let state = EmptyState::new(words::BEGIN_TITLE, words::BEGIN_WHY).plain();
                if state.secondary(icon::NOTE_PENCIL, words::BEGIN).show(ui).is_some() {
                    cx.outbox.go_to(Section::Handlungsprogramm);
                }
            }
            None => {
                EmptyState::new(words::NO_AREA_TITLE, words::NO_AREA_WHY).plain().show(ui);
            }
        }
    });
}

fn show_one(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, programme: &Handlungsprogramm, wanted: &mut BerichtePanel) {
    let name = cx.snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let title = document_title(name);
    let view = cx.derived.programme.value.clone().filter(|view| view.area == Some(area));
    let checks: Option<&[Check]> = view.as_deref().map(|view| view.checks.as_slice());
    let width = ui.available_width();
    ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        let room = if width >= SHEET_FROM {
            ui.allocate_ui_with_layout(vec2(SHEET, 0.0), Layout::top_down(egui::Align::Min), |ui| {
                let short = wanted.profile == Profile::Kurz;
                let subtitle = document_subtitle(programme.first_year, programme.last_year, short);
                outline::sheet(ui, cx, &title, &subtitle, checks.unwrap_or_default());
            });
            width - SHEET - 20.0
        } else {
            width
        };
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(egui::Align::Min), |ui| {
            ui.set_max_width(room);
            ui.spacing_mut().item_spacing.x = 8.0;
            label::h2(ui, &title);
            let years = words::years(programme.first_year, programme.last_year);
            label::small(ui, &format!("{years} · {}", text::programme_state(programme.state)));
            ui.add_space(8.0);
            choose_profile(ui, wanted);
            ui.add_space(12.0);
            choose_formats(ui, wanted);
            ui.add_space(12.0);
            before(ui, cx, checks);
            ui.add_space(12.0);
            content(ui, cx, area, programme);
            files(ui, cx, name, wanted);
        });
    });
}

fn show_all(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, wanted: &mut BerichtePanel) {
    let title = words::all(reports.ready.len());
    label::h2(ui, &title);
    ui.add_space(8.0);
    choose_profile(ui, wanted);
    ui.add_space(12.0);
    choose_formats(ui, wanted);
    ui.add_space(12.0);
    label::section(ui, words::BEFORE);
    label::small(ui, words::CHECKS_EACH);
    ui.add_space(12.0);
    label::section(ui, words::CONTENT);
    let names: Vec<&str> =
        reports.ready.iter().filter_map(|area| cx.snapshot.data.area(*area)).map(|area| area.name.as_str()).collect();
    let names = names.join(", ");
    let files = words::files(reports.ready.len(), wanted.formats.len());
    let pairs = [(words::PROGRAMMES, names.as_str()), (words::FILES, files.as_str()), (words::WHERE, words::ASKED)];
    label::terms(ui, "bericht-alle", &pairs);
    let demonstration = cx.snapshot.programmes.iter().any(|programme| programme.demonstration);
    if demonstration || cx.snapshot.data.has_demonstration() {
        ui.add_space(8.0);
        notice(ui, Tone::Warn, words::DEMONSTRATION, None);
    }
}

fn choose_formats(ui: &mut Ui, wanted: &mut BerichtePanel) {
    label::section(ui, words::FORMATS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for format in Format::ALL {
            let chosen = wanted.formats.contains(&format);
            if let Some(chosen) = check_box(ui, chosen, format_name(format)) {
                wanted.formats = Format::ALL
                    .into_iter()
                    .filter(|&other| if other == format { chosen } else { wanted.formats.contains(&other) })
                    .collect();
            }
        }
    });
    if wanted.formats.contains(&Format::Xlsx) {
        label::hint(ui, words::XLSX_HINT);
    }
}

fn choose_profile(ui: &mut Ui, wanted: &mut BerichtePanel) {
    let choices = [(Profile::Kurz, words::SHORT), (Profile::Lang, words::LONG)];
    if let Some(chosen) = segment(ui, wanted.profile, &choices) {
        wanted.profile = chosen;
    }
    label::hint(
        ui,
        match wanted.profile {
            Profile::Kurz => words::SHORT_HINT,
            Profile::Lang => words::LONG_HINT,
        },
    );
}

fn before(ui: &mut Ui, cx: &mut PanelCx, checks: Option<&[Check]>) {
    label::section(ui, words::BEFORE);
    let Some(checks) = checks else {
        label::small(ui, words::CHECKING);
        return;
    };
    if checks.is_empty() {
        badge(ui, Tone::Ok, icon::CHECK, words::CHECKED);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (severity, say) in [
            (Severity::Error, words::errors as fn(usize) -> String),
            (Severity::Warning, words::warnings),
            (Severity::Info, words::infos),
        ] {
            let number = checks.iter().filter(|check| check.severity == severity).count();
            if number > 0 {
                badge(ui, tone(severity), symbol(severity), &say(number));
            }
        }
    });
    ui.add_space(4.0);
    let mut sorted: Vec<&Check> = checks.iter().collect();
    sorted.sort_by_key(|check| check.severity);
    for check in sorted.iter().take(CHECKS) {
        one_check(ui, check);
    }
    ui.horizontal(|ui| {
        if sorted.len() > CHECKS {
            label::hint(ui, &words::more(sorted.len() - CHECKS));
        }
        if Button::link(words::TO_PROGRAMME).show(ui).clicked() {
            cx.outbox.go_to(Section::Handlungsprogramm);
        }
    });
}

fn one_check(ui: &mut Ui, check: &Check) {
    let tokens = crate::ui::widget::style::tokens(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (place, response) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        paint::icon(ui, place.center(), symbol(check.severity), 14.0, tone(check.severity).text(tokens));
        response.on_hover_text(word(check.severity));
        ui.add(Label::new(rich(check.sentence.as_str(), TypeStyle::Small, tokens.text)).wrap());
    });
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => words::ERROR,
        Severity::Warning => words::WARNING,
        Severity::Info => words::INFO,
    }
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Err,
        Severity::Warning => Tone::Warn,
        Severity::Info => Tone::Info,
    }
}

fn symbol(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => icon::WARNING_CIRCLE,
        Severity::Warning => icon::WARNING,
        Severity::Info => icon::INFO,
    }
}

fn content(ui: &mut Ui, cx: &PanelCx, area: AreaId, programme: &Handlungsprogramm) {
    label::section(ui, words::CONTENT);
    let site = &cx.snapshot.vor_ort;
    let facts = [
        (words::PASSAGES, count(programme.passages.len())),
        (words::BOUND, count(bound_values(programme))),
        (words::GOALS, count(programme.ziele.len())),
        (words::MEASURES, count(programme.massnahmen.len())),
        (words::SERVICES, count(site.angebote.iter().filter(|angebot| angebot.serves(area)).count())),
        (words::STATEMENTS, count(site.aussagen.iter().filter(|aussage| aussage.area == area).count())),
        (words::SUPPRESSED, words::suppressed(suppressed(cx, area))),
    ];
    let pairs: Vec<(&str, &str)> = facts.iter().map(|(term, fact)| (*term, fact.as_str())).collect();
    label::terms(ui, "bericht-inhalt", &pairs);
    if programme.demonstration || cx.snapshot.data.has_demonstration() {
        ui.add_space(8.0);
        notice(ui, Tone::Warn, words::DEMONSTRATION, None);
    }
    ui.add_space(12.0);
}

fn files(ui: &mut Ui, cx: &PanelCx, area: &str, wanted: &BerichtePanel) {
    label::section(ui, words::FILES);
    let name = |format: &Format| words::programme_file_name(area, cx.today, format.extension());
    let names: Vec<String> = wanted.formats.iter().map(name).collect();
    label::terms(ui, "bericht-datei", &[(words::FILES, &names.join(", ")), (words::WHERE, words::ASKED)]);
}

fn bound_values(programme: &Handlungsprogramm) -> usize {
    let pieces = programme.passages.iter().flat_map(|passage| text_pieces(&passage.text));
    pieces.filter(|piece| matches!(piece, TextPiece::Bound(_))).count()
}

/// Values of the area that are kept secret in the newest period of their indicator.
fn suppressed(cx: &PanelCx, area: AreaId) -> usize {
    let data = &cx.snapshot.data;
    let newest = |indicator| data.periods_of(indicator).last().map(|period| period.id);
    data.indicators
        .iter()
        .filter_map(|indicator| data.dataset.get(indicator.id, area, newest(indicator.id)?))
        .filter(|observation| observation.status == Status::Suppressed)
        .count()
}
