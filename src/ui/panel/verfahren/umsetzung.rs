//! How the current area's programme is carried out: the newest data against the targets, and each measure with its
//! notes and its money.

use super::form::{self, example, locked};
use crate::chart::{ChartSpec, Figure, SpendingChart};
use crate::domain::{
    Beschlussstand, Euro, Massnahme, MassnahmeId, Mittelabfluss, MittelabflussId, Umsetzungsnotiz, UmsetzungsnotizId,
};
use crate::programme::{Implementation, MonitoredMeasure, Monitoring, TargetProgress, TargetReading, YearMoney};
use crate::project::{Command, ProgrammeCommand, VerfahrenCommand};
use crate::text::panel::programm as plan_words;
use crate::text::panel::verfahren::{entries, umsetzung as words};
use crate::text::report::{self, chart_word, progress as sentences};
use crate::text::{self, label as labels, monitoring as states};
use crate::theme::TypeStyle;
use crate::ui::selection::{await_entry, is_awaited};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::Field;
use crate::ui::widget::spending_bar::{SpendingBar, SpendingPart, paint_spending_bar, spending_legend};
use crate::ui::widget::{icon, text as label};
use crate::ui::{Intent, PanelCx, Section, UiAction, picture};
use egui::{Align, CentralPanel, Frame, Layout, Margin, ScrollArea, Ui};

/// Height of a row with a bar within a bar.
const BAR_ROW: f32 = 30.0;

/// State of the tab.
#[derive(Default)]
pub(super) struct Umsetzung {
    selected: Option<MassnahmeId>,
}

impl Umsetzung {
    /// Adds a note to the selected measure.
    pub(super) fn add(&mut self, cx: &mut PanelCx) {
        if let Some(id) = self.measure(cx).map(|massnahme| massnahme.id) {
            add_note(cx, id);
        }
    }

    fn measure<'a>(&self, cx: &PanelCx<'a>) -> Option<&'a Massnahme> {
        let programme = cx.snapshot.programme_of(cx.focus.area?)?;
        let mut all: Vec<&Massnahme> = programme.massnahmen.iter().collect();
        all.sort_by_key(|massnahme| massnahme.number);
        all.iter().find(|massnahme| Some(massnahme.id) == self.selected).or(all.first()).copied()
    }

    /// Draws the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let area = cx.focus.area;
        if area.and_then(|area| cx.snapshot.programme_of(area)).is_none() {
            let state = EmptyState::new(words::NONE_TITLE, words::NONE_WHY);
            if state.primary(icon::NOTE_PENCIL, words::TO_PROGRAMME).show(ui).is_some() {
                cx.outbox.go_to(Section::Handlungsprogramm);
            }
            return;
        }
        let view = cx.derived.programme.value.clone().filter(|view| view.area == area);
        let Some(view) = view else {
            Frame::NONE.inner_margin(Margin::same(14)).show(ui, |ui| label::small(ui, words::COMPUTING));
            return;
        };
        let state = &view.monitoring;
        if let Some(massnahme) = self.measure(cx) {
            let monitored = state.massnahmen.iter().find(|known| known.id == massnahme.id);
            form::pane(ui, cx, "umsetzung", |ui, cx| measure_pane(ui, cx, massnahme, monitored));
        }
        let chosen = self.measure(cx).map(|massnahme| massnahme.id);
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            ScrollArea::vertical().id_salt("umsetzung").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                summary(ui, state);
                if let Some(id) = measures(ui, cx, state, chosen) {
                    self.selected = Some(id);
                }
                goals(ui, state);
                years(ui, cx, state);
            });
        });
    }
}

fn inset(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    Frame::NONE.inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 2 }).show(ui, show);
}

/// Columns of numbers keep away from the line at their right.
fn beside_line(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    Frame::NONE.inner_margin(Margin { right: 12, ..Margin::ZERO }).show(ui, show);
}

fn summary(ui: &mut Ui, state: &Monitoring) {
    inset(ui, |ui| {
        if !state.massnahmen.is_empty() {
            label::body(ui, &sentences::implementation(&crate::programme::measure_counts(state)));
        }
        label::body(ui, &sentences::targets(&crate::programme::target_counts(state)));
        let total = state.total();
        label::body(ui, &sentences::money(total.planned, total.granted, total.spent));
        for point in crate::programme::attention(state) {
            label::strong(ui, &point);
        }
    });
}

/// Money of the whole programme, year by year: what was spent beside what was planned as bars, and in numbers.
fn years(ui: &mut Ui, cx: &mut PanelCx, state: &Monitoring) {
    let years = state.years();
    let Some(ChartSpec::Spending(chart)) = state.spending_chart() else { return };
    inset(ui, |ui| {
        ui.horizontal(|ui| {
            label::section(ui, words::BY_YEAR);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let spec = ChartSpec::Spending(chart.clone());
                picture::menu(ui, cx, words::TAKE_CHART, |cx| figure(cx, spec.clone()));
            });
        });
    });
    beside_line(ui, |ui| bars(ui, &chart));
    beside_line(ui, |ui| money_table(ui, ("umsetzung-jahre", words::BY_YEAR), &years, 110.0));
    ui.add_space(12.0);
}

/// A bar per year; the words beside it say the same.
fn bars(ui: &mut Ui, chart: &SpendingChart) {
    let euros = |amount: Euro| amount.cents.max(0) as f64;
    let columns = [
        Column::text(words::YEAR).fixed(62.0),
        Column::text(sentences::CAPTION_SPENDING).flex(220.0),
        Column::number(words::SPENT_IN_WORDS).fixed(190.0),
    ];
    let table = DataTable::new("umsetzung-balken", sentences::CAPTION_SPENDING, &columns).rows(chart.years.len());
    table.row_height(BAR_ROW).named_by(0).fit().show(ui, |index, row| {
        let Some(year) = chart.years.get(index) else { return };
        let [planned, granted, spent] = [year.planned, year.granted, year.spent].map(euros);
        let bar = SpendingBar { planned, granted, spent, most: euros(chart.most()) };
        row.name(&year.year.to_string());
        row.paint(&sentences::spent_planned_granted([year.spent, year.planned, year.granted]), |ui, rect| {
            paint_spending_bar(ui, rect, bar)
        });
        row.small(&sentences::spent_of(year.spent, year.planned));
    });
    inset(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            spending_legend(ui, SpendingPart::Spent, chart_word::SPENT);
            spending_legend(ui, SpendingPart::Planned, chart_word::COST_PLANNED);
            spending_legend(ui, SpendingPart::Granted, chart_word::GRANTED);
            if chart.years.iter().any(|year| year.beyond().cents > 0) {
                spending_legend(ui, SpendingPart::Beyond, chart_word::BEYOND);
            }
        });
    });
}

/// The chart with what a picture has to say besides.
fn figure(cx: &PanelCx, chart: ChartSpec) -> Option<Figure> {
    let area = cx.area()?;
    let programme = cx.snapshot.programme_of(area.id)?;
    let is_invented = crate::programme::uses_invented_money(programme, &cx.snapshot.verfahren);
    Some(Figure {
        title: sentences::CAPTION_SPENDING.to_owned(),
        subtitle: plan_words::figure_of(&area.name, programme.first_year, programme.last_year),
        chart,
        source: sentences::ENTRIES_SOURCE.to_owned(),
        date: report::figure_date("", cx.today),
        notes: is_invented.then(|| report::DEMONSTRATION_NOTICE.to_owned()).into_iter().collect(),
    })
}

fn measures(ui: &mut Ui, cx: &mut PanelCx, state: &Monitoring, chosen: Option<MassnahmeId>) -> Option<MassnahmeId> {
    inset(ui, |ui| {
        label::section(ui, words::MEASURES);
        if state.massnahmen.is_empty() {
            label::small(ui, words::NO_MEASURES);
        }
    });
    if state.massnahmen.is_empty() {
        return None;
    }
    let wide = ui.available_width() > 700.0;
    let mut columns = vec![
        Column::text(words::NUMBER).fixed(56.0),
        Column::text(words::MEASURE).flex(160.0),
        Column::text(words::IMPLEMENTATION).fixed(170.0),
        Column::text(words::EFFECT).fixed(172.0),
    ];
    if wide {
        columns.push(Column::number(words::SPENT_OF_GRANTED).fixed(166.0));
    }
    let at = chosen.and_then(|id| state.massnahmen.iter().position(|measure| measure.id == id));
    let table = DataTable::new("umsetzung-massnahmen", words::MEASURES, &columns);
    let table = table.rows(state.massnahmen.len()).selected(at).named_by(1).fit();
    let mut describe = |index: usize, row: &mut Row<'_>| {
        let Some(measure) = state.massnahmen.get(index) else { return };
        row.small(&labels::massnahme_number(measure.number));
        row.name(&measure.titel);
        let (tone, symbol, word) = implementation(measure.implementation);
        row.badge(tone, symbol, word);
        let (tone, symbol, word) = light(measure.reading.progress);
        row.badge(tone, symbol, word);
        if wide {
            let total = measure.total();
            row.small(&sentences::spent_of(total.spent, total.granted));
        }
    };
    if cx.triggered(UiAction::CopyTable) {
        let copied = table.tab_separated(&mut describe);
        let copied = picture::copied_records(cx.snapshot, cx.today, table.name(), cx.focus.area, &copied);
        cx.outbox.push(Intent::Copy(copied));
    }
    let selected = table.show(ui, describe).selected?;
    state.massnahmen.get(selected).map(|measure| measure.id)
}

fn goals(ui: &mut Ui, state: &Monitoring) {
    inset(ui, |ui| {
        label::section(ui, words::GOALS);
        if state.ziele.is_empty() {
            label::small(ui, words::NO_GOALS);
        }
    });
    if state.ziele.is_empty() {
        return;
    }
    let wide = ui.available_width() > 700.0;
    let mut columns = vec![Column::text(words::GOAL).flex(180.0)];
    if wide {
        columns.push(Column::text(words::INDICATOR).fixed(148.0));
    }
    columns.push(Column::text(words::AIM).fixed(136.0));
    columns.push(Column::text(words::NEWEST).fixed(118.0));
    columns.push(Column::text(words::STATE).fixed(164.0));
    let table = DataTable::new("umsetzung-ziele", words::GOALS, &columns);
    table.rows(state.ziele.len()).row_height(form::THREE_LINES).named_by(0).fit().show(ui, |index, row| {
        let Some(goal) = state.ziele.get(index) else { return };
        form::three_lines(row, &goal.text, TypeStyle::Body);
        if wide {
            form::three_lines(row, &goal.reading.indicator, TypeStyle::Small);
        }
        row.small(&aim(&goal.reading));
        row.small(&newest(&goal.reading));
        let (tone, symbol, word) = light(goal.reading.progress);
        row.badge(tone, symbol, word);
    });
}

fn aim(reading: &TargetReading) -> String {
    if reading.target.is_none() {
        return entries::NONE.to_owned();
    }
    states::aim(reading.start, reading.target, reading.decimals, reading.target_year)
}

fn newest(reading: &TargetReading) -> String {
    reading.newest.as_ref().map_or_else(
        || entries::NONE.to_owned(),
        |newest| states::newest(newest.value, newest.status, reading.decimals, &reading.unit, &newest.period),
    )
}

/// The traffic light of a target: never colour alone, always with sign and word.
fn light(progress: TargetProgress) -> (Tone, &'static str, &'static str) {
    match progress {
        TargetProgress::Reached => (Tone::Ok, icon::CHECK_CIRCLE, states::REACHED),
        TargetProgress::OnTheWay { .. } => (Tone::Info, icon::ARROW_RIGHT, states::ON_THE_WAY),
        TargetProgress::NotYet { .. } if progress.is_unchanged() => {
            (Tone::Warn, icon::ARROWS_LEFT_RIGHT, states::UNCHANGED)
        }
        TargetProgress::NotYet { .. } => (Tone::Warn, icon::CIRCLE_HALF, states::NOT_YET),
        TargetProgress::Worse => (Tone::Err, icon::ARROW_LEFT, states::WORSE),
        TargetProgress::NoNewerData => (Tone::Neutral, icon::CIRCLE_DASHED, states::NO_NEWER_DATA),
        TargetProgress::WithoutValue(status) => (Tone::Neutral, icon::EYE_SLASH, states::without_value(status)),
        TargetProgress::NotComparable => (Tone::Neutral, icon::SWAP, states::NOT_COMPARABLE),
        TargetProgress::OwnCount => (Tone::Neutral, icon::LIST_CHECKS, states::OWN_COUNT),
        TargetProgress::NotMeasurable => (Tone::Neutral, icon::MINUS, states::NOT_MEASURABLE),
    }
}

fn implementation(found: Implementation) -> (Tone, &'static str, &'static str) {
    match found {
        Implementation::Completed => (Tone::Ok, icon::CHECK_CIRCLE, states::COMPLETED),
        Implementation::UnderWay => (Tone::Info, icon::CIRCLE_HALF, states::UNDER_WAY),
        Implementation::NotYetDue => (Tone::Neutral, icon::CALENDAR_BLANK, states::NOT_YET_DUE),
        Implementation::Undated => (Tone::Neutral, icon::MINUS, states::UNDATED),
        Implementation::LateStart => (Tone::Warn, icon::WARNING, states::LATE_START),
        Implementation::Overrun => (Tone::Err, icon::WARNING_CIRCLE, states::OVERRUN),
    }
}

fn measure_pane(ui: &mut Ui, cx: &mut PanelCx, massnahme: &Massnahme, monitored: Option<&MonitoredMeasure>) {
    let locked = locked(cx);
    label::h3(ui, &format!("{} {}", labels::massnahme_number(massnahme.number), massnahme.titel));
    let choices = Beschlussstand::ALL.map(|stand| (stand, text::beschlussstand(stand)));
    let width = ui.available_width();
    let combo = Combo::new(words::DECISION).with_label().width(width).disabled_reason(locked);
    if let Some(beschlussstand) = combo.show(ui, Some(&massnahme.beschlussstand), &choices) {
        let changed = Massnahme { beschlussstand, ..massnahme.clone() };
        cx.outbox.command(Command::Programme(ProgrammeCommand::UpdateMassnahme(Box::new(changed))));
    }
    if let Some(monitored) = monitored {
        effect(ui, &monitored.reading);
    }
    notes(ui, cx, massnahme, locked);
    label::section(ui, words::MONEY);
    if let Some(monitored) = monitored {
        money(ui, monitored);
    }
    spendings(ui, cx, massnahme, locked);
}

fn effect(ui: &mut Ui, reading: &TargetReading) {
    label::section(ui, words::EFFECT);
    let (tone, symbol, word) = light(reading.progress);
    crate::ui::widget::badge::badge(ui, tone, symbol, word);
    if reading.indicator.is_empty() {
        return;
    }
    label::small(ui, &format!("{}: {}", reading.indicator, aim(reading)));
    label::small(ui, &format!("{}: {}", words::NEWEST, newest(reading)));
    let shares = match reading.progress {
        TargetProgress::OnTheWay { way, time } => states::shares(Some(way), time),
        TargetProgress::NotYet { way, time } => states::shares(way, time),
        TargetProgress::Reached
        | TargetProgress::Worse
        | TargetProgress::NoNewerData
        | TargetProgress::WithoutValue(_)
        | TargetProgress::NotComparable
        | TargetProgress::OwnCount
        | TargetProgress::NotMeasurable => String::new(),
    };
    if !shares.is_empty() {
        label::small(ui, &shares);
    }
    for note in &reading.notes {
        label::hint(ui, note);
    }
}

fn add_note(cx: &mut PanelCx, massnahme: MassnahmeId) {
    let note = Umsetzungsnotiz {
        id: UmsetzungsnotizId(0),
        massnahme,
        date: cx.today,
        text: words::NEW_NOTE.to_owned(),
        gezaehlt: None,
        demonstration: false,
    };
    cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddUmsetzungsnotiz(note)));
}

fn notes(ui: &mut Ui, cx: &mut PanelCx, massnahme: &Massnahme, locked: Option<&'static str>) {
    label::section(ui, words::NOTES);
    let counts = massnahme.indikator.is_empty() && !massnahme.messgroesse.trim().is_empty();
    let all = &cx.snapshot.verfahren.umsetzungsnotizen;
    let own: Vec<&Umsetzungsnotiz> = all.iter().filter(|note| note.massnahme == massnahme.id).collect();
    if own.is_empty() {
        label::small(ui, words::NO_NOTES);
    }
    for note in own {
        let mut changed = note.clone();
        ui.horizontal_top(|ui| {
            let day =
                Field::new(words::NOTE_DATE, note.id).width(104.0).compact().never_empty().disabled_reason(locked);
            if let Some(date) = day.show_date(ui, Some(note.date)).set() {
                changed.date = date;
            }
            if counts {
                let field = Field::new(words::COUNTED, note.id).width(88.0).compact().disabled_reason(locked);
                if let Some(counted) = field.show_number(ui, note.gezaehlt, 0).changed() {
                    changed.gezaehlt = counted;
                }
            }
            example(ui, note.demonstration);
            let button = Button::icon_only(icon::TRASH, words::REMOVE_NOTE).compact().disabled_reason(locked);
            if ui.push_id(note.id, |ui| button.show(ui)).inner.clicked() {
                cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveUmsetzungsnotiz(note.id)));
            }
        });
        form::needed(ui, words::NOTE_TEXT, note.id, 2, locked, &mut changed.text);
        if changed != *note {
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateUmsetzungsnotiz(changed)));
        }
    }
    if Button::secondary(words::ADD_NOTE).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        add_note(cx, massnahme.id);
    }
}

fn money(ui: &mut Ui, monitored: &MonitoredMeasure) {
    money_table(ui, ("umsetzung-mittel", words::MONEY), &monitored.years, 64.0);
}

/// Planned, granted, spent and what is left of the grant, year by year with a sum.
fn money_table(ui: &mut Ui, (id, name): (&str, &str), years: &[YearMoney], width: f32) {
    let mut rows: Vec<(String, YearMoney)> = years.iter().map(|money| (money.year.to_string(), *money)).collect();
    if rows.len() > 1 {
        rows.push((words::SUM.to_owned(), YearMoney::total(years)));
    }
    let columns = [
        Column::text(words::YEAR).fixed(62.0),
        Column::number(chart_word::COST_PLANNED).flex(width * 0.9),
        Column::number(chart_word::GRANTED).flex(width),
        // The longest head.
        Column::number(words::SPENDING).flex(width * 1.2),
        Column::number(words::REST).flex(width * 0.9),
    ];
    let table = DataTable::new(id, name, &columns).rows(rows.len()).named_by(0).fit();
    table.show(ui, |index, row| {
        let Some((year, money)) = rows.get(index) else { return };
        row.name(year);
        row.small(&text::euro_digits(money.planned));
        row.small(&text::euro_digits(money.granted));
        // More than planned stands out, and the words above the tables say it.
        if money.spent.cents > money.planned.cents {
            row.strong(&text::euro_digits(money.spent));
        } else {
            row.small(&text::euro_digits(money.spent));
        }
        row.small(&text::euro_digits(money.granted - money.spent));
    });
}

fn spendings(ui: &mut Ui, cx: &mut PanelCx, massnahme: &Massnahme, locked: Option<&'static str>) {
    label::section(ui, words::OUTFLOW);
    let all = &cx.snapshot.verfahren.mittelabfluesse;
    let own: Vec<&Mittelabfluss> = all.iter().filter(|entry| entry.massnahme == massnahme.id).collect();
    if own.is_empty() {
        label::small(ui, words::NO_OUTFLOW);
    }
    let list = ("mittelabfluss", massnahme.id);
    for (at, entry) in own.iter().enumerate() {
        spending(ui, cx, entry, locked, is_awaited(ui, list, at));
    }
    if Button::secondary(words::ADD_OUTFLOW).icon(icon::PLUS).compact().disabled_reason(locked).show(ui).clicked() {
        let entry = Mittelabfluss {
            id: MittelabflussId(0),
            massnahme: massnahme.id,
            year: cx.today.year(),
            date: cx.today,
            amount: Euro::default(),
            note: String::new(),
            demonstration: false,
        };
        // The newest stand first.
        let is_before = |known: &&&Mittelabfluss| (known.year, known.date) > (entry.year, entry.date);
        await_entry(ui, list, own.iter().filter(is_before).count());
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::AddMittelabfluss(entry)));
    }
}

/// A spending; one that was just begun comes into view with the keyboard in its amount.
fn spending(ui: &mut Ui, cx: &mut PanelCx, entry: &Mittelabfluss, locked: Option<&'static str>, is_new: bool) {
    let mut changed = entry.clone();
    let fields = ui.horizontal_top(|ui| {
        let year = Field::new(words::YEAR, entry.id).width(92.0).compact().disabled_reason(locked);
        if let Some(year) = year.kept().show_year(ui, entry.year).set() {
            changed.year = year;
        }
        let amount = Field::new(words::AMOUNT, entry.id).width(92.0).compact().disabled_reason(locked);
        if is_new {
            amount.focus_all(ui, &text::euro_digits(entry.amount));
        }
        // A repayment is negative.
        if let Some(amount) = amount.kept().show_euros(ui, Some(entry.amount), Field::LEAST_MONEY).set() {
            changed.amount = amount;
        }
        let day = Field::new(words::BOOKED, entry.id).width(92.0).compact().kept().disabled_reason(locked);
        if let Some(date) = day.show_date(ui, Some(entry.date)).set() {
            changed.date = date;
        }
        let button = Button::icon_only(icon::TRASH, words::REMOVE_OUTFLOW).compact().disabled_reason(locked);
        if ui.push_id(entry.id, |ui| button.show(ui)).inner.clicked() {
            cx.outbox.command(Command::Verfahren(VerfahrenCommand::RemoveMittelabfluss(entry.id)));
        }
    });
    if is_new {
        fields.response.scroll_to_me(Some(Align::Center));
    }
    form::text(ui, words::PURPOSE, entry.id, 1, locked, &mut changed.note);
    example(ui, entry.demonstration);
    if changed != *entry {
        cx.outbox.command(Command::Verfahren(VerfahrenCommand::UpdateMittelabfluss(changed)));
    }
}
