//! Left pane: the file, how it is read, samples before and after, what signs mean.

use super::View;
use crate::domain::Status;
use crate::import::{
    ColumnRole, ColumnSummary, DecimalMark, ImportDraft, IssueKind, Question, QuestionKind, Reading, RowRange,
    SIGN_FAMILIES, SampleValue, SourceFormat,
};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{TypeStyle, control, radius, stroke};
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box};
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{ImportIntent, Intent, PanelCx};
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, ScrollArea, Ui, vec2};

const LABEL: f32 = 70.0;

pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    ScrollArea::vertical().id_salt("read").auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin::symmetric(12, 12)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            file(ui, cx, view);
            ui.add_space(8.0);
            rows(ui, cx, view);
            ui.add_space(6.0);
            if let Some(draft) = view.draft {
                sample_box(ui, view, draft);
                ui.add_space(8.0);
                legend(ui, cx, view, draft);
            }
        });
    });
}

fn file(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    label::h3(ui, words::STEP_FILE);
    ui.horizontal(|ui| {
        let symbol = match view.source.format {
            SourceFormat::Text { .. } => icon::FILE_CSV,
            SourceFormat::Xlsx | SourceFormat::Xls | SourceFormat::Ods => icon::FILE_XLS,
        };
        ui.label(rich(symbol, TypeStyle::H2, tokens(ui).accent));
        label::elided(ui, &view.source.file_name, TypeStyle::Body).on_hover_text(&view.source.file_name);
    });
    label::small(ui, &words::file_facts(view.source.size_bytes, view.source.file_date.as_deref()));
    if let SourceFormat::Text { encoding, separator } = view.source.format {
        label::small(ui, &words::text_format(encoding.name(), separator));
    }
    if view.view.tables > 1 {
        super::table_of(ui, cx, view.view);
    }
}

/// A label left, a control right.
fn line_with<T>(ui: &mut Ui, words: &str, show: impl FnOnce(&mut Ui, f32) -> T) -> T {
    ui.spacing_mut().interact_size.y = control::COMPACT;
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(LABEL, control::COMPACT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(LABEL);
            label::small(ui, words);
        });
        let width = ui.available_width();
        show(ui, width)
    })
    .inner
}

fn rows(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    label::h3(ui, words::STEP_READ);
    let mapping = view.mapping;
    let layout = |cx: &mut PanelCx, sheet, rows| {
        cx.outbox.push(Intent::Import(ImportIntent::Layout { sheet, rows }));
    };
    if view.source.sheets.len() > 1 {
        let sheets: Vec<(u16, String)> = (0_u16..)
            .zip(&view.source.sheets)
            .map(|(at, sheet)| {
                let name = words::sheet_of(&sheet.name, usize::from(at) + 1, view.source.sheets.len());
                (at, if sheet.hidden { words::hidden_sheet(&name) } else { name })
            })
            .collect();
        let chosen = line_with(ui, words::SHEET, |ui, width| {
            Combo::new(words::SHEET).compact().width(width).show(ui, Some(&mapping.sheet), &sheets)
        });
        if let Some(sheet) = chosen {
            layout(cx, sheet, None);
        }
    }
    let of = (&view.source.sha256, mapping.sheet);
    let heads = words::row_span(mapping.header_rows.first().copied(), mapping.header_rows.last().copied());
    let entered = line_with(ui, words::HEADER_ROWS, |ui, width| {
        Field::new(words::HEADER_ROWS, of).hide_label().compact().width(width).show_text(ui, &heads)
    });
    if let Edit::Set(entered) = entered {
        let rows =
            words::parse_rows(&entered).map_or(Vec::new(), |(first, last)| (first..=last.min(first + 20)).collect());
        let first = rows.last().map_or(mapping.data_rows.first, |last| mapping.data_rows.first.max(last + 1));
        layout(cx, mapping.sheet, Some((rows, RowRange { first, last: mapping.data_rows.last.max(first) })));
    }
    let data = words::row_span(Some(mapping.data_rows.first), Some(mapping.data_rows.last));
    let entered = line_with(ui, words::DATA_ROWS, |ui, width| {
        Field::new(words::DATA_ROWS, of).hide_label().compact().width(width).show_text(ui, &data)
    });
    if let Edit::Set(entered) = entered
        && let Some((first, last)) = words::parse_rows(&entered)
    {
        let heads = mapping.header_rows.iter().copied().filter(|row| *row < first).collect();
        let last = last.min(view.table.row_count().saturating_sub(1));
        layout(cx, mapping.sheet, Some((heads, RowRange { first, last: last.max(first) })));
    }
    number_form(ui, cx, view);
    let named = |role: &ColumnRole| matches!(role, ColumnRole::AreaKey | ColumnRole::AreaName);
    if mapping.column_with(named).is_some() {
        let switch = ui.scope(|ui| check_box(ui, mapping.areas_from_above, words::AREA_AS_ABOVE));
        switch.response.on_hover_text(words::AREA_AS_ABOVE_HINT);
        if let Some(from_above) = switch.inner {
            view.change(cx, |mapping| mapping.areas_from_above = from_above);
        }
    }
}

fn number_form(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
    let Some(draft) = view.draft else { return };
    let marks = [(DecimalMark::Comma, words::COMMA_FORM), (DecimalMark::Point, words::POINT_FORM)];
    let found: Vec<DecimalMark> = draft.columns.iter().filter_map(|column| column.decimal_mark).collect();
    let common = found.first().filter(|first| found.iter().all(|mark| mark == *first));
    let asked = |question: &Question| matches!(question.kind, QuestionKind::DecimalMark { .. });
    let empty = match found.is_empty() {
        _ if draft.questions.iter().any(asked) => words::OPEN,
        true => words::NO_MARK,
        false => words::MIXED_MARKS,
    };
    let chosen = line_with(ui, words::NUMBERS, |ui, width| {
        Combo::new(words::NUMBERS).compact().width(width).empty(empty).show(ui, common, &marks)
    });
    if let Some(mark) = chosen {
        view.change(cx, |mapping| {
            for column in &mut mapping.columns {
                if matches!(column.role, ColumnRole::Indicator { .. } | ColumnRole::Value { .. }) {
                    column.decimal_mark = Some(mark);
                }
            }
        });
    }
}

/// Three real values before and after.
fn sample_box(ui: &mut Ui, view: &View<'_>, draft: &ImportDraft) {
    let samples = chosen_samples(view, draft);
    if samples.is_empty() {
        return;
    }
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(color32(tokens.surface))
        .stroke(line(stroke::LINE, tokens.line))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.spacing_mut().interact_size.y = 17.0;
        let mark = draft.columns.iter().find_map(|column| column.decimal_mark);
        label::strong(ui, words::sample_title(mark.map(|mark| mark == DecimalMark::Comma)));
        for sample in &samples {
            let comma = sample.mark.map(|mark| mark == DecimalMark::Comma);
            let other = words::other_reading(&sample.text, sample.value, comma);
            sample_line(ui, &words::quoted(&sample.text), &words::plain(sample.value), &other);
        }
        if let Some(key) = key_with_zero(view) {
            sample_line(ui, &words::quoted(key), key, words::AS_TEXT);
        }
        let numbers: u32 = draft.columns.iter().map(|column| column.numbers).sum();
        let against = draft.issues.iter().filter(|issue| matches!(issue.kind, IssueKind::OtherNumberForm { .. }));
        if draft.rows.is_empty() {
            label::hint(ui, words::FIRST_CELLS);
        } else {
            label::hint(ui, &words::numbers_checked(numbers, against.count()));
        }
    });
}

/// What stood there and what it became, with what it did not become behind it, or below it where that has no room.
fn sample_line(ui: &mut Ui, before: &str, after: &str, note: &str) {
    const GAP: f32 = 6.0;
    let tokens = tokens(ui);
    let width = |text: &str, style| paint::galley(ui, text, style, tokens.text).size().x;
    let room = ui.available_width() - width("→", TypeStyle::Small) - width(after, TypeStyle::SmallStrong) - 2.0 * GAP;
    let (wanted, own) = (width(note, TypeStyle::Small) + GAP, width(before, TypeStyle::Small));
    let below = own + wanted > room;
    // Arrows stand below one another as long as everything has its room.
    let first = if below { own.min(room) } else { (room * 0.46).clamp(own, room - wanted) };
    let beside = |ui: &mut Ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(rich(note, TypeStyle::Small, tokens.text3)).truncate());
        });
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.allocate_ui_with_layout(vec2(first, 17.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(first);
            ui.add(Label::new(rich(before, TypeStyle::Small, tokens.text)).truncate());
        });
        ui.label(rich("→", TypeStyle::Small, tokens.text2));
        ui.label(rich(after, TypeStyle::SmallStrong, tokens.text));
        if !below {
            beside(ui);
        }
    });
    if below && !note.is_empty() {
        ui.horizontal(beside);
    }
}

/// A value before and after.
struct Sample {
    text: String,
    value: f64,
    mark: Option<DecimalMark>,
}

/// Three samples, those that a wrong decimal mark would change first, no two of a kind.
fn chosen_samples(view: &View<'_>, draft: &ImportDraft) -> Vec<Sample> {
    let of_column = |column: &ColumnSummary| {
        let mark = column.decimal_mark;
        let own = |sample: &SampleValue| Sample { text: sample.text.trim().to_owned(), value: sample.value, mark };
        column.samples.iter().map(own).collect::<Vec<Sample>>()
    };
    let mut found: Vec<Sample> = draft.columns.iter().flat_map(of_column).collect();
    if found.is_empty() {
        found = first_cells(view, draft);
    }
    let telling = |text: &str| text.contains([',', '.', ' ', '\u{a0}', '\u{202f}', '\'']);
    let kind = |text: &str| (text.contains(','), text.contains('.'), text.contains([' ', '\u{a0}', '-']));
    found.sort_by_key(|sample| !telling(&sample.text));
    let mut chosen: Vec<Sample> = Vec::new();
    for sample in found {
        if chosen.len() < 3 && !chosen.iter().any(|known| kind(&known.text) == kind(&sample.text)) {
            chosen.push(sample);
        }
    }
    chosen
}

/// Values of the first rows: while no area is known, the draft holds none.
fn first_cells(view: &View<'_>, draft: &ImportDraft) -> Vec<Sample> {
    let first = view.mapping.data_rows.first;
    let columns = view.table.column_count().min(24);
    let places = (first..first.saturating_add(4)).flat_map(|row| (0..columns).map(move |column| (row, column)));
    places
        .filter_map(|(row, column)| {
            let cell = draft.cell(view.mapping.sheet, row, column)?;
            let Some(Reading::Value { value, status: Status::Reported, .. }) = cell.reading else { return None };
            let mark = draft.columns.get(usize::from(column)).and_then(|column| column.decimal_mark);
            Some(Sample { text: view.table.displayed(row, column).into_owned(), value, mark })
        })
        .collect()
}

fn key_with_zero<'a>(view: &View<'a>) -> Option<&'a str> {
    let column = view.mapping.column_with(|role| *role == ColumnRole::AreaKey)?;
    let first = view.mapping.data_rows.first;
    (first..first.saturating_add(20)).map(|row| view.table.text(row, column)).find(|text| text.starts_with('0'))
}

fn legend(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, draft: &ImportDraft) {
    label::h3(ui, words::LEGEND);
    let meanings: Vec<(Status, &str)> = Status::ALL
        .into_iter()
        .filter(|status| *status != Status::Reported)
        .filter(|status| !status.has_value() || *status == Status::Nil)
        .map(|status| (status, text::status_label(status)))
        .collect();
    let own: Vec<&str> = view
        .mapping
        .legend
        .signs
        .keys()
        .map(String::as_str)
        .filter(|sign| !SIGN_FAMILIES.iter().any(|family| family.contains(sign)))
        .collect();
    let families = SIGN_FAMILIES.iter().map(|family| family.to_vec()).chain(own.into_iter().map(|sign| vec![sign]));
    for family in families {
        let count: u32 = family.iter().filter_map(|sign| draft.sign_counts.get(*sign)).sum();
        let Some(first) = family.first() else { continue };
        let current = view.mapping.legend.signs.get(*first);
        let chosen = legend_line(ui, &family, current, &meanings, count);
        if let Some(status) = chosen {
            view.change(cx, |mapping| {
                for sign in &family {
                    mapping.legend.signs.insert((*sign).to_owned(), status);
                    mapping.stated_signs.remove(*sign);
                }
                mapping.nil_confirmed |= *first == "-";
            });
        }
    }
    let counted: u32 = draft
        .sign_counts
        .iter()
        .filter(|(sign, _)| view.mapping.legend.signs.get(*sign) == Some(&Status::Missing))
        .map(|(_, count)| count)
        .sum();
    let blank: u32 = draft.columns.iter().filter_map(|column| column.signs.get(&Status::Missing)).sum();
    plain_line(ui, words::BLANK, text::status_label(Status::Missing), blank.saturating_sub(counted));
    for status in [Status::Limited, Status::Provisional, Status::Revised, Status::Estimated] {
        let count: u32 = draft.columns.iter().filter_map(|column| column.signs.get(&status)).sum();
        if count > 0 {
            let sign = if status == Status::Limited { "( )" } else { text::status_sign(status) };
            plain_line(ui, sign, text::status_label(status), count);
        }
    }
    if !view.mapping.stated_signs.is_empty() {
        label::small(ui, &words::stated_signs(&view.mapping.stated_signs));
    }
    label::hint(ui, words::LEGEND_HINT);
}

fn legend_line(
    ui: &mut Ui,
    family: &[&str],
    current: Option<&Status>,
    meanings: &[(Status, &str)],
    count: u32,
) -> Option<Status> {
    let sign = family.join(" ");
    let mut chosen = None;
    ui.spacing_mut().interact_size.y = control::COMPACT;
    ui.horizontal(|ui| {
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.allocate_ui_with_layout(vec2(36.0, 24.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(36.0);
            ui.add(Label::new(rich(&sign, TypeStyle::SmallStrong, tokens.text)).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ink = if count == 0 { tokens.text3 } else { tokens.text };
            let number = text::count(count);
            ui.allocate_ui_with_layout(vec2(24.0, 24.0), Layout::right_to_left(Align::Center), |ui| {
                ui.set_width(24.0);
                ui.label(rich(number, TypeStyle::Small, ink));
            });
            let name = words::meaning_of(&sign);
            let width = ui.available_width();
            ui.allocate_ui(vec2(width, control::COMPACT), |ui| {
                chosen = Combo::new(&name).compact().width(width).show(ui, current, meanings);
            });
        });
    });
    chosen
}

fn plain_line(ui: &mut Ui, sign: &str, meaning: &str, count: u32) {
    ui.horizontal(|ui| {
        let tokens = tokens(ui);
        ui.allocate_ui_with_layout(vec2(36.0, 20.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(36.0);
            ui.label(rich(sign, TypeStyle::SmallStrong, tokens.text));
        });
        ui.label(rich(meaning, TypeStyle::Small, tokens.text2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(rich(text::count(count), TypeStyle::Small, tokens.text));
        });
    });
}
