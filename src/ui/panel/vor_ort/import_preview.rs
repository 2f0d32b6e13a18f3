//! The preview of a table of services: what each column is, what becomes of each row, what was noticed. Nothing is
//! stored before „Übernehmen“.

use super::locked;
use crate::domain::{AreaId, Handlungsfeld};
use crate::import::{FieldChange, RowState, ServiceField, ServiceOptions, ServiceRow, Severity, UnknownServiceArea};
use crate::text;
use crate::text::panel::vor_ort as common;
use crate::text::panel::vor_ort::angebote as own;
use crate::text::panel::vor_ort::import as words;
use crate::theme::{TypeStyle, control, space};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::notice::tone_icon;
use crate::ui::widget::style::{color32, rich, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx, Section, ServicesIntent, ServicesView, ViewHeader, aktionsraeume, section_label};
use egui::{CentralPanel, Frame, Label, Margin, Panel, ScrollArea, Ui};
use std::sync::Arc;

const PANE: f32 = 348.0;
/// What is listed of what was noticed.
const LISTED: usize = 200;

/// State of the preview.
#[derive(Default)]
pub(super) struct ImportPreview {
    selected: Option<usize>,
}

impl ImportPreview {
    /// Draws the preview.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &Arc<ServicesView>) {
        head(ui, cx, view);
        let mut options = view.draft.options.clone();
        let frame = Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin::symmetric(14, 12));
        let pane = Panel::right("bestand").exact_size(PANE).resizable(false).show_separator_line(false);
        pane.frame(frame).show(ui, |ui| {
            ScrollArea::vertical().id_salt("bestand").auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                ui.spacing_mut().item_spacing.y = space::S;
                choices(ui, cx, view, &mut options);
                unknown_areas(ui, cx, &view.draft.unknown_areas, &mut options);
                columns(ui, view, &mut options);
                noticed(ui, cx, view, &view.draft.options);
            });
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if let Some(row) = rows(ui, cx, view, self.selected) {
                self.selected = Some(row);
            }
        });
        if options != view.draft.options && !view.busy {
            cx.outbox.push(Intent::Services(ServicesIntent::Set(Box::new(options))));
        }
    }
}

fn head(ui: &mut Ui, cx: &mut PanelCx, view: &ServicesView) {
    let counts = view.draft.counts();
    let subtitle = if view.busy {
        words::BUSY.to_owned()
    } else {
        let numbers = words::counts(counts.new, counts.changed, counts.unchanged, counts.refused);
        format!("{} · {numbers}", view.source.file_name)
    };
    let title = format!("{}: {}", section_label(Section::VorOrt), words::TITLE);
    ViewHeader::new(&title).subtitle(&subtitle).show(ui, cx, |ui, cx| {
        let nothing = counts.new + counts.changed == 0;
        let reason = locked(cx).or(nothing.then_some(words::NOTHING_TO_TAKE)).or(view.busy.then_some(words::BUSY));
        if Button::primary(words::TAKE_OVER).icon(icon::CHECK).disabled_reason(reason).show(ui).clicked() {
            cx.outbox.push(Intent::Services(ServicesIntent::Commit));
        }
        let idle = ui.memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
        let escaped = idle && ui.input(|input| input.key_pressed(egui::Key::Escape));
        if Button::secondary(words::CANCEL).show(ui).clicked() || escaped {
            cx.outbox.push(Intent::Services(ServicesIntent::Cancel));
        }
    });
}

fn area_name<'a>(cx: &PanelCx<'a>, id: AreaId) -> &'a str {
    cx.snapshot.data.area(id).map_or("", |area| area.name.as_str())
}

fn choices(ui: &mut Ui, cx: &PanelCx, view: &ServicesView, options: &mut ServiceOptions) {
    let width = ui.available_width();
    if view.source.sheets.len() > 1 {
        let sheets: Vec<(usize, &str)> =
            view.source.sheets.iter().enumerate().map(|(at, sheet)| (at, sheet.name.as_str())).collect();
        if let Some(sheet) = Combo::new(words::SHEET).with_label().width(width).show(ui, Some(&options.sheet), &sheets)
        {
            options.set_sheet(&view.source, sheet);
        }
    }
    let areas: Vec<(Option<AreaId>, &str)> = std::iter::once((None, words::NOT_CHOSEN))
        .chain(aktionsraeume(cx.snapshot).into_iter().map(|id| (Some(id), area_name(cx, id))))
        .collect();
    let combo = Combo::new(words::DEFAULT_AREA).with_label().width(width);
    if let Some(area) = combo.show(ui, Some(&options.default_area), &areas) {
        options.default_area = area;
    }
    let fields: Vec<(Option<Handlungsfeld>, &str)> = std::iter::once((None, words::NOT_CHOSEN))
        .chain(Handlungsfeld::ALL.map(|field| (Some(field), text::handlungsfeld_short(field))))
        .collect();
    let combo = Combo::new(words::DEFAULT_FIELD).with_label().width(width);
    if let Some(field) = combo.show(ui, Some(&options.default_field), &fields) {
        options.default_field = field;
    }
    label::small(ui, words::EMPTY_KEEPS);
}

/// Labels that name no known area: similar ones are offered, never taken by themselves.
fn unknown_areas(ui: &mut Ui, cx: &PanelCx, unknown: &[UnknownServiceArea], options: &mut ServiceOptions) {
    let decided: Vec<&String> = options.areas.keys().collect();
    if unknown.is_empty() && decided.is_empty() {
        return;
    }
    label::section(ui, words::UNKNOWN_AREAS);
    let width = ui.available_width();
    let mut answers = Vec::new();
    let labels: Vec<(String, String, &[AreaId])> = unknown
        .iter()
        .map(|one| (one.label.clone(), words::unknown_area(&one.label, one.rows), one.similar.as_slice()))
        .chain(decided.into_iter().map(|known| (known.clone(), format!("„{known}“"), &[][..])))
        .collect();
    for (written, title, similar) in labels {
        let others = aktionsraeume(cx.snapshot).into_iter().filter(|id| !similar.contains(id));
        let areas: Vec<(Option<AreaId>, &str)> = similar
            .iter()
            .copied()
            .chain(others)
            .map(|id| (Some(id), area_name(cx, id)))
            .chain(std::iter::once((None, words::LEAVE_OUT)))
            .collect();
        let present = options.areas.get(&written);
        let combo = Combo::new(&title).with_label().width(width).empty(words::NOT_CHOSEN);
        if let Some(answer) = ui.push_id(&written, |ui| combo.show(ui, present, &areas)).inner {
            answers.push((written, answer));
        }
    }
    options.areas.extend(answers);
}

fn columns(ui: &mut Ui, view: &ServicesView, options: &mut ServiceOptions) {
    label::section(ui, words::COLUMN);
    let fields: Vec<(Option<ServiceField>, &str)> = std::iter::once((None, words::LEFT_OUT))
        .chain(ServiceField::ALL.map(|field| (Some(field), field.word())))
        .collect();
    let half = ((ui.available_width() - space::M) / 2.0).floor();
    let mut answer = None;
    for (at, present) in options.columns.iter().enumerate() {
        let heading = view.draft.headings.get(at).map_or("", String::as_str);
        let title = words::column(at + 1, heading);
        ui.push_id(("spalte", at), |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let (place, _) = ui.allocate_exact_size(egui::vec2(half, control::COMPACT), egui::Sense::hover());
                let name = paint::elided(ui, &title, TypeStyle::Small, tokens(ui).text, half);
                paint::put(ui, ui.painter(), place.left_center(), egui::Align2::LEFT_CENTER, name);
                if let Some(field) = Combo::new(&title).compact().width(half).show(ui, Some(present), &fields) {
                    answer = Some((at, field));
                }
            });
        });
    }
    if let Some((at, field)) = answer {
        options.set_column(at, field);
    }
}

fn noticed(ui: &mut Ui, cx: &PanelCx, view: &ServicesView, options: &ServiceOptions) {
    label::section(ui, words::NOTICED);
    let issues = &view.draft.issues;
    let headings = view.draft.headings.iter().zip(&options.columns);
    let left_out: Vec<&str> =
        headings.filter(|(_, field)| field.is_none()).map(|(heading, _)| heading.trim()).collect();
    let left_out: Vec<&str> = left_out.into_iter().filter(|heading| !heading.is_empty()).collect();
    if !left_out.is_empty() {
        label::small(ui, &words::left_out(&left_out));
    } else if issues.is_empty() {
        label::small(ui, words::NOTHING_NOTICED);
    }
    for issue in issues.iter().take(LISTED) {
        let tone = match issue.severity {
            Severity::Info => Tone::Info,
            Severity::Check => Tone::Warn,
            Severity::Open | Severity::Error => Tone::Err,
        };
        ui.horizontal_top(|ui| {
            ui.label(rich(tone_icon(tone), TypeStyle::Body, tone.text(cx.tokens)));
            ui.add(Label::new(rich(issue.text(), TypeStyle::Small, cx.tokens.text2)).wrap());
        });
    }
    if issues.len() > LISTED {
        label::small(ui, &words::more(issues.len() - LISTED));
    }
}

fn rows(ui: &mut Ui, cx: &PanelCx, view: &ServicesView, selected: Option<usize>) -> Option<usize> {
    let columns = [
        Column::number(words::ROW).fixed(64.0),
        Column::text(words::STATE).fixed(118.0),
        Column::text(common::NAME).flex(170.0),
        Column::text(own::COLUMN_AREA).flex(110.0),
        Column::text(words::CHANGES).flex(220.0),
    ];
    let rows = &view.draft.rows;
    let table = DataTable::new("bestand", words::ROWS, &columns).rows(rows.len()).selected(selected).named_by(2);
    let response = table.show(ui, |index: usize, row: &mut Row<'_>| {
        let Some(line) = rows.get(index) else { return };
        row.text(&text::count(line.row + 1));
        let (tone, symbol, word) = state(line);
        row.badge(tone, symbol, word);
        row.name(&line.angebot.name);
        row.small(area_name(cx, line.angebot.area));
        row.small(&facts(line));
    });
    response.selected
}

fn state(row: &ServiceRow) -> (Tone, &'static str, &'static str) {
    match row.state {
        RowState::New => (Tone::Ok, icon::PLUS, words::NEW),
        RowState::Changed(_) => (Tone::Info, icon::PENCIL_SIMPLE_LINE, words::CHANGED),
        RowState::Unchanged => (Tone::Neutral, icon::CHECK, words::UNCHANGED),
        RowState::Refused(_) => (Tone::Err, icon::X, words::REFUSED),
    }
}

/// What changes, or what the service is.
fn facts(row: &ServiceRow) -> String {
    match &row.state {
        RowState::Changed(changes) => {
            let words = |one: &FieldChange| words::change(one.field.word(), &one.before, &one.after);
            changes.iter().map(words).collect::<Vec<_>>().join("; ")
        }
        RowState::Refused(reason) => reason.words().to_owned(),
        RowState::New | RowState::Unchanged => {
            let angebot = &row.angebot;
            let facts = [text::handlungsfeld_short(angebot.handlungsfeld), &angebot.traeger, &angebot.zielgruppe];
            facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
        }
    }
}
