//! Need and answer by Handlungsfeld: the strongest needs, what exists and what is planned.

use crate::analysis::{Contribution, contributions};
use crate::domain::{AreaId, Handlungsfeld, PeriodId};
use crate::text;
use crate::text::panel::vor_ort as words;
use crate::theme::{TypeStyle, row, space};
use crate::ui::widget::badge::{Tone, field_tile};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::style::tokens;
use crate::ui::widget::{icon, paint};
use crate::ui::{Inspected, Intent, PanelCx};
use egui::{Align, Align2, Layout, Sense, Ui, pos2, vec2};

/// A need in words.
struct Need {
    name: String,
    value: String,
    inspected: Inspected,
}

struct Line {
    field: Handlungsfeld,
    needs: Vec<Need>,
    services: usize,
    measures: usize,
}

/// Draws the matrix.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, area: AreaId) {
    let ranked = cx.derived.ranking().is_some();
    let lines = lines(cx, area);
    let narrow = ui.available_width() < 700.0;
    let columns = [
        Column::text(words::FIELD).fixed(if narrow { 150.0 } else { 210.0 }),
        Column::text(words::NEEDS).flex(140.0),
        Column::number(words::SERVICES_SHORT).fixed(82.0),
        Column::number(words::MEASURES).fixed(96.0),
        Column::text(words::COVERAGE).fixed(136.0),
    ];
    let mut inspect = None;
    let table = DataTable::new("bedarf-angebot", words::MATRIX, &columns).rows(lines.len()).row_height(row::BARS).fit();
    table.show(ui, |index, row| {
        if let Some(line) = lines.get(index) {
            describe(line, row, ranked, &mut inspect);
        }
    });
    if let Some(inspected) = inspect {
        cx.outbox.push(Intent::Inspect(inspected));
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let left = rect.left_center() + vec2(space::M, 0.0);
    let note = paint::elided(ui, words::MATRIX_NOTE, TypeStyle::Small, cx.tokens.text3, rect.width() - space::XL);
    paint::put(ui, ui.painter(), left, Align2::LEFT_CENTER, note);
}

fn describe(line: &Line, row: &mut Row<'_>, ranked: bool, inspect: &mut Option<Inspected>) {
    let name = text::handlungsfeld_short(line.field);
    row.paint(name, |ui, rect| {
        field_tile(ui, rect.left_center() + vec2(9.0, 0.0), line.field);
        let words = paint::elided(ui, name, TypeStyle::Body, tokens(ui).text, rect.width() - 28.0);
        if words.elided {
            ui.interact(rect, ui.scope_id().with(name), Sense::hover()).on_hover_text(name);
        }
        paint::put(ui, ui.painter(), rect.left_center() + vec2(28.0, 0.0), Align2::LEFT_CENTER, words);
    });
    if !ranked {
        row.small(words::NO_RANKING);
    } else if line.needs.is_empty() {
        row.small(words::NO_NEED);
    } else {
        let spoken: Vec<String> = line.needs.iter().map(|need| format!("{} {}", need.name, need.value)).collect();
        row.widget(&spoken.join(", "), |ui, rect| needs(ui, rect.width(), &line.needs, inspect));
    }
    row.text(&text::count(line.services));
    row.text(&text::count(line.measures));
    let answered = line.services + line.measures > 0;
    match (line.needs.is_empty(), answered) {
        (true, _) => row.empty(),
        (false, true) => row.badge(Tone::Neutral, icon::CIRCLE_HALF, words::ANSWERED),
        (false, false) => row.badge(Tone::Warn, icon::WARNING, words::GAP),
    }
}

/// As many needs as the cell holds; the rest is counted.
fn needs(ui: &mut Ui, width: f32, needs: &[Need], inspect: &mut Option<Inspected>) {
    let tokens = tokens(ui);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let mut left = width;
        for (at, need) in needs.iter().enumerate() {
            let value = paint::galley(ui, &need.value, TypeStyle::Small, tokens.accent).size().x;
            let name = paint::galley(ui, &need.name, TypeStyle::Small, tokens.text).size().x;
            let rest = if at + 1 < needs.len() { 28.0 } else { 0.0 };
            let full = name + value + 5.0 + rest;
            if full > left && at > 0 {
                let more = words::more(needs.len() - at);
                let (rect, response) = ui.allocate_exact_size(vec2(24.0, 18.0), Sense::hover());
                paint::text(ui, rect.left_center(), Align2::LEFT_CENTER, &more, TypeStyle::Small, tokens.text3);
                let names: Vec<&str> = needs[at..].iter().map(|need| need.name.as_str()).collect();
                response.on_hover_text(names.join(", "));
                break;
            }
            let room = name.min((left - value - 5.0 - rest).max(20.0));
            let galley = paint::elided(ui, &need.name, TypeStyle::Small, tokens.text, room);
            let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, 18.0), Sense::hover());
            if galley.elided {
                response.on_hover_text(&need.name);
            }
            paint::put(ui, ui.painter(), pos2(rect.left(), rect.center().y), Align2::LEFT_CENTER, galley);
            if Button::link(&need.value).show(ui).clicked() {
                *inspect = Some(need.inspected);
            }
            ui.add_space(10.0);
            left -= room + value + 25.0;
        }
    });
}

fn lines(cx: &PanelCx, area: AreaId) -> Vec<Line> {
    let mut found: Vec<(Contribution, PeriodId)> = Vec::new();
    if let Some(ranking) = cx.derived.ranking() {
        let period = ranking.run.period;
        let own = contributions(&ranking.run, area).unwrap_or_default();
        found.extend(own.into_iter().filter(|one| one.contribution > 0.0).map(|one| (one, period)));
    }
    found.sort_by(|(a, _), (b, _)| b.contribution.total_cmp(&a.contribution));
    let programme = cx.snapshot.programme_of(area);
    let line = |field: Handlungsfeld| {
        let services = cx.snapshot.vor_ort.angebote.iter();
        let measures = programme.map_or(&[][..], |programme| programme.massnahmen.as_slice()).iter();
        Line {
            field,
            needs: found.iter().filter_map(|(one, period)| need(cx, area, field, one, *period)).collect(),
            services: services.filter(|angebot| angebot.area == area && angebot.handlungsfeld == field).count(),
            measures: measures.filter(|massnahme| massnahme.handlungsfeld == field).count(),
        }
    };
    Handlungsfeld::ALL.into_iter().map(line).collect()
}

fn need(cx: &PanelCx, area: AreaId, field: Handlungsfeld, one: &Contribution, period: PeriodId) -> Option<Need> {
    let indicator = cx.snapshot.data.indicator(one.indicator)?;
    if indicator.handlungsfeld != Some(field) {
        return None;
    }
    let value = one.value.map(|value| text::value_with_unit(value, indicator.decimals, &indicator.unit))?;
    let inspected = Inspected::Value { indicator: indicator.id, area, period };
    Some(Need { name: indicator.name.clone(), value, inspected })
}
