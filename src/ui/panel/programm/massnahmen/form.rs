//! The form of one measure: list on the left, all fields in the middle, its check on the right.

use super::super::ziele::indicator_choices;
use super::super::{Jump, Plan, in_row, kette, links, lookup, points};
use super::{MassnahmenPart, milestones, money, overlap, priority};
use crate::domain::{
    Beschlussstand, FundingSource, Handlungsfeld, Massnahme, MassnahmeId, Prioritaet, Quarter, WirkungsStufe, ZielId,
    ZielKind, set_glied,
};
use crate::programme::{Check, CheckKind, Severity};
use crate::text::panel::programm as words;
use crate::text::report::measure_number;
use crate::text::{beschlussstand, handlungsfeld_short, own_decimals, prioritaet, wirkungsstufe};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::widget::badge::field_tile;
use crate::ui::widget::button::Button;
use crate::ui::widget::check_item::settled;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{self, Edit, Field, check_box};
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{PanelCx, Section, UiAction, ViewHeader, section_label};
use egui::accesskit::Role;
use egui::{
    Align, Align2, CentralPanel, Frame, Id, Layout, Margin, Panel, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;

/// Above this width the list of measures stays in view.
const WITH_LIST: f32 = 1100.0;
/// Above this width the check stands beside the fields, else below them.
const WITH_CHECKS: f32 = 820.0;
const LIST_ROW: f32 = 44.0;

/// Shows the form.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart) -> Option<Jump> {
    let measure = plan.programme.massnahmen.iter().find(|measure| Some(measure.id) == part.open)?;
    if cx.triggered(UiAction::NewEntry) && plan.locked.is_none() {
        part.add(cx, plan);
    }
    head(ui, cx, plan, part, measure);
    let width = ui.available_width();
    if width >= WITH_LIST {
        side(ui, cx, "massnahmen-liste", true, 272.0, |ui, cx| list(ui, cx, plan, part));
    }
    let mut jump = None;
    if width >= WITH_CHECKS {
        let pane = if width >= WITH_LIST { 304.0 } else { 264.0 };
        side(ui, cx, "massnahme-pruefung", false, pane, |ui, cx| jump = checks(ui, cx, plan, part, measure));
    }
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        ScrollArea::vertical().id_salt(("massnahme", measure.id)).auto_shrink([false, false]).show(ui, |ui| {
            let margin = Margin { left: 18, right: 18, top: 10, bottom: 16 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width().min(860.0));
                ui.spacing_mut().item_spacing = vec2(space::L, space::M);
                ui.push_id(measure.id, |ui| fields(ui, cx, plan, part, measure));
                if width < WITH_CHECKS {
                    jump = checks(ui, cx, plan, part, measure);
                }
            });
        });
    });
    jump
}

fn head(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let crumb = words::crumb(&measure_number(measure.number));
    let reason = agreed_reason(plan, measure);
    let narrow = ui.available_width() < WITH_CHECKS;
    ViewHeader::new(section_label(Section::Handlungsprogramm)).subtitle(&crumb).show(ui, cx, |ui, cx| {
        let agree =
            Button::primary(words::MARK_AGREED).icon(icon::CHECK).disabled_reason(plan.locked.or(reason.as_deref()));
        if agree.show(ui).clicked() {
            part.edit(ui, cx, measure, |measure| measure.beschlussstand = Beschlussstand::Abgestimmt);
        }
        let ghost = |label, symbol| {
            if narrow { Button::icon_only(symbol, label) } else { Button::ghost(label).icon(symbol) }
        };
        if ghost(words::BACK_TO_LIST, icon::CARET_LEFT).show(ui).clicked() {
            part.close();
        }
        if ghost(words::DUPLICATE, icon::COPY).disabled_reason(plan.locked).show(ui).clicked() {
            part.duplicate(cx, plan, measure);
        }
        if ghost(words::DELETE, icon::TRASH).disabled_reason(plan.locked).show(ui).clicked() {
            part.delete(ui, cx, plan, measure);
        }
    });
}

/// Why a measure cannot be marked as agreed: the first open point, or because it is already.
fn agreed_reason(plan: Plan, measure: &Massnahme) -> Option<String> {
    if measure.beschlussstand != Beschlussstand::Geplant {
        return Some(words::already(beschlussstand(measure.beschlussstand)));
    }
    if !is_checked(plan, measure) {
        return Some(words::CHECKING_FIRST.to_owned());
    }
    own_checks(plan, measure).find(|check| check.bars_agreement()).map(|check| check.sentence.clone())
}

/// Whether the check knows the measure: one that was just created is not looked at yet.
fn is_checked(plan: Plan, measure: &Massnahme) -> bool {
    plan.view.is_some_and(|view| view.plan.priorities.contains_key(&measure.id))
}

/// What is open about the money that a measure shares with others: the Aktionsraumfonds, the yearly budget.
fn shared_money<'a>(plan: Plan<'a>, measure: &Massnahme) -> impl Iterator<Item = &'a Check> {
    let shares = measure.finanzierung.iter().any(|item| match item.source {
        FundingSource::Aktionsraumfonds | FundingSource::Projektbudget => true,
        FundingSource::Foerderung | FundingSource::Dritte | FundingSource::Eigenanteil => false,
    });
    let checks = plan.view.into_iter().flat_map(|view| &view.checks);
    checks.filter(move |check| shares && check.kind == CheckKind::Money && check.massnahme.is_none())
}

fn own_checks<'a>(plan: Plan<'a>, measure: &Massnahme) -> impl Iterator<Item = &'a Check> {
    let id = measure.id;
    plan.view.into_iter().flat_map(|view| &view.checks).filter(move |check| check.massnahme == Some(id))
}

/// A side pane with its line towards the middle.
fn side(
    ui: &mut Ui,
    cx: &mut PanelCx,
    id: &'static str,
    left: bool,
    width: f32,
    show: impl FnOnce(&mut Ui, &mut PanelCx),
) {
    let panel = if left { Panel::left(id) } else { Panel::right(id) };
    let frame = Frame::NONE.fill(color32(cx.tokens.sunken));
    panel.exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let rect = ui.max_rect();
        let x = if left { rect.right() - 0.5 } else { rect.left() + 0.5 };
        ui.painter().vline(x, rect.y_range(), line(stroke::LINE, cx.tokens.line));
        ui.spacing_mut().item_spacing.y = 0.0;
        show(ui, cx);
    });
}

fn list(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart) {
    let mut measures: Vec<&Massnahme> = plan.programme.massnahmen.iter().collect();
    measures.sort_by_key(|measure| measure.number);
    Frame::new().inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| {
        ui.horizontal(|ui| {
            label::h3(ui, &words::measure_count(measures.len()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = Button::icon_only(icon::PLUS, words::ADD_MEASURE).disabled_reason(plan.locked);
                if add.show(ui).clicked() {
                    part.add(cx, plan);
                }
            });
        });
    });
    label::rule(ui);
    ScrollArea::vertical().id_salt("massnahmen").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for measure in measures {
            let open = own_checks(plan, measure).any(|check| check.severity != Severity::Info);
            if list_row(ui, cx, measure, part.open == Some(measure.id), open) {
                part.open(measure.id);
            }
        }
    });
}

fn list_row(ui: &mut Ui, cx: &PanelCx, measure: &Massnahme, current: bool, open: bool) -> bool {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LIST_ROW), Sense::click());
    let number = measure_number(measure.number);
    let name = format!("{number} {}", measure.titel);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, &name));
    let rect = paint::snap(ui, rect);
    if current {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.selected));
        let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTION, rect.height()));
        ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.hover));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 0.0, line(stroke::FOCUS, tokens.accent), egui::StrokeKind::Inside);
    }
    field_tile(ui, pos2(rect.left() + 21.0, rect.center().y), measure.handlungsfeld);
    let left = rect.left() + 38.0;
    let at = pos2(left, rect.top() + 13.0);
    paint::text(ui, at, Align2::LEFT_CENTER, &number, TypeStyle::Small, tokens.text2);
    let style = if current { TypeStyle::BodyStrong } else { TypeStyle::Body };
    let galley = paint::elided(ui, &measure.titel, style, tokens.text, rect.right() - 34.0 - left);
    paint::put(ui, ui.painter(), pos2(left, rect.top() + 29.0), Align2::LEFT_CENTER, galley);
    let (symbol, color) = match (open, measure.beschlussstand) {
        (true, _) => (icon::WARNING, tokens.warn),
        (false, Beschlussstand::Geplant) => (icon::CIRCLE_DASHED, tokens.text2),
        (false, _) => (icon::CHECK, tokens.ok),
    };
    paint::icon(ui, pos2(rect.right() - 19.0, rect.center().y), symbol, 15.0, color);
    response.on_hover_text(name).clicked()
}

fn checks(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) -> Option<Jump> {
    Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.horizontal(|ui| {
            label::h3(ui, words::CHECKS);
            // What stands below was found before the last change.
            if !cx.derived.programme.current {
                label::small(ui, words::CHECKING);
            }
        });
    });
    label::rule(ui);
    if !is_checked(plan, measure) {
        Frame::new().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| label::small(ui, words::CHECKING));
        return None;
    }
    let mut jump = None;
    ScrollArea::vertical().id_salt("massnahme-punkte").auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        overlap::show(ui, cx, plan, part, measure);
        // What overlaps stands above, with its decision.
        let others = own_checks(plan, measure).filter(|check| check.kind != CheckKind::SimilarService);
        jump = points::show(ui, cx, others.chain(shared_money(plan, measure)), true);
        ui.add_space(space::M);
        let lines = [
            (CheckKind::Money, words::settled::MONEY),
            (CheckKind::MeasureIncomplete, words::settled::COMPLETE),
            (CheckKind::Time, words::settled::TIME),
            (CheckKind::Priority, words::settled::PRIORITY),
            (CheckKind::SimilarService, words::settled::OVERLAP),
        ];
        // A tick says that something was looked at: a proposal for the priority, things to compare with.
        let proposed = plan.view.and_then(|view| view.plan.priorities.get(&measure.id)?.proposal).is_some();
        let site = &cx.snapshot.vor_ort;
        let others = plan.programme.massnahmen.len() > 1 || site.angebote.iter().any(|one| one.serves(plan.area.id));
        let looked_at = |kind: CheckKind| match kind {
            CheckKind::Priority => proposed,
            CheckKind::SimilarService => others,
            _ => true,
        };
        for (kind, sentence) in lines.into_iter().filter(|(kind, _)| looked_at(*kind)) {
            if own_checks(plan, measure).all(|check| check.kind != kind) {
                settled(ui, sentence);
            }
        }
    });
    jump
}

fn fields(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    basics(ui, cx, plan, part, measure);
    group(ui, words::priority::TITLE);
    priority::show(ui, cx, plan, part, measure);
    group(ui, words::form::EFFECT);
    effect(ui, cx, plan, part, measure);
    group(ui, words::form::MONEY);
    time(ui, cx, plan, part, measure);
    milestones::show(ui, cx, plan, part, measure);
    money::show(ui, cx, plan, part, measure);
    group(ui, words::form::CONTENT);
    for (name, value, set) in [
        (words::form::DESCRIPTION, &measure.beschreibung, Text::Description),
        (words::form::PROBLEM, &measure.problemlage, Text::Problem),
        (words::form::CONTINUATION, &measure.verstetigung, Text::Continuation),
    ] {
        long_text(ui, cx, plan, part, measure, (name, value, set));
    }
    dependencies(ui, cx, plan, part, measure);
    group(ui, words::links::TITLE);
    links::experience(ui, cx, plan, links::Builds::Measure(measure.id));
    links::actors(ui, cx, plan, measure);
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        ui.label(rich(icon::CHECK_CIRCLE, TypeStyle::Body, cx.tokens.text2));
        label::hint(ui, words::SAVED_AT_ONCE);
    });
}

fn group(ui: &mut Ui, title: &str) {
    ui.add_space(space::XS);
    label::rule(ui);
    label::h3(ui, title);
}

/// Widths of fields side by side by their shares.
fn widths<const N: usize>(ui: &Ui, shares: [f32; N]) -> [f32; N] {
    let gaps = ui.spacing().item_spacing.x * (shares.len() as f32 - 1.0);
    let all: f32 = shares.iter().sum();
    let room = ui.available_width() - gaps;
    shares.map(|share| (room * share / all).floor())
}

/// The texts of a measure that a field can change.
#[derive(Clone, Copy)]
enum Text {
    Title,
    TargetGroup,
    Carrier,
    Office,
    Others,
    Site,
    Hypothesis,
    Description,
    Problem,
    Continuation,
    OwnMeasure,
}

impl Text {
    fn set(self, measure: &mut Massnahme, text: String) {
        let place = match self {
            Text::Title => &mut measure.titel,
            Text::TargetGroup => &mut measure.zielgruppe,
            Text::Carrier => &mut measure.traeger,
            Text::Office => &mut measure.federfuehrung,
            Text::Others => &mut measure.beteiligte,
            Text::Site => &mut measure.standort,
            Text::Hypothesis => &mut measure.wirkungshypothese,
            Text::Description => &mut measure.beschreibung,
            Text::Problem => &mut measure.problemlage,
            Text::Continuation => &mut measure.verstetigung,
            Text::OwnMeasure => &mut measure.messgroesse,
        };
        *place = text;
    }
}

/// A form under way: everything that its fields need.
struct Form<'f, 'c> {
    cx: &'f mut PanelCx<'c>,
    part: &'f mut MassnahmenPart,
    measure: &'f Massnahme,
    locked: Option<&'f str>,
}

impl Form<'_, '_> {
    fn edit(&mut self, ui: &Ui, change: impl FnOnce(&mut Massnahme)) {
        self.part.edit(ui, self.cx, self.measure, change);
    }

    fn text(&mut self, ui: &mut Ui, width: f32, name: &str, value: &str, text: Text) {
        let field = Field::new(name, self.measure.id).width(width).disabled_reason(self.locked);
        let field = match text {
            Text::Title => field.never_empty(),
            Text::Carrier => field.required(),
            Text::TargetGroup
            | Text::Office
            | Text::Others
            | Text::Site
            | Text::Hypothesis
            | Text::Description
            | Text::Problem
            | Text::Continuation
            | Text::OwnMeasure => field,
        };
        if let Edit::Set(entered) = field.show_text(ui, value) {
            self.edit(ui, |measure| text.set(measure, entered));
        }
    }

    fn choice<T: Clone + PartialEq, L: AsRef<str>>(
        &mut self,
        ui: &mut Ui,
        width: f32,
        name: &str,
        current: &T,
        choices: &[(T, L)],
    ) -> Option<T> {
        let combo = Combo::new(name).with_label().width(width).disabled_reason(self.locked);
        combo.show(ui, Some(current), choices).filter(|chosen| chosen != current)
    }
}

fn basics(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let mut form = Form { cx, part, measure, locked: plan.locked };
    let [one, two, three] = widths(ui, [2.1, 1.9, 1.25]);
    // What bars "abgestimmt" bars what comes after it.
    let held = measure.beschlussstand == Beschlussstand::Geplant && agreed_reason(plan, measure).is_some();
    let open: &[Beschlussstand] = if held { &[Beschlussstand::Geplant] } else { &Beschlussstand::ALL };
    ui.horizontal_top(|ui| {
        form.text(ui, one, words::form::TITLE, &measure.titel, Text::Title);
        let fields = Handlungsfeld::ALL.map(|field| (field, handlungsfeld_short(field)));
        if let Some(field) = form.choice(ui, two, words::form::FIELD, &measure.handlungsfeld, &fields) {
            form.edit(ui, |measure| measure.handlungsfeld = field);
        }
        let states: Vec<_> = open.iter().map(|state| (*state, beschlussstand(*state))).collect();
        if let Some(state) = form.choice(ui, three, words::form::STATE, &measure.beschlussstand, &states) {
            form.edit(ui, |measure| measure.beschlussstand = state);
        }
    });
    if held {
        label::hint(ui, words::form::STATE_HELD);
    }
    ui.horizontal_top(|ui| {
        if let Some(ziel) = form.choice(ui, one, words::form::GOAL, &measure.ziel, &goal_choices(plan)) {
            form.edit(ui, |measure| measure.ziel = ziel);
        }
        form.text(ui, two, words::form::TARGET_GROUP, &measure.zielgruppe, Text::TargetGroup);
        let priorities = Prioritaet::ALL.map(|priority| (priority, prioritaet(priority)));
        if let Some(priority) = form.choice(ui, three, words::form::PRIORITY, &measure.prioritaet, &priorities) {
            form.edit(ui, |measure| measure.prioritaet = priority);
        }
    });
    let [one, two] = widths(ui, [1.0, 1.0]);
    ui.horizontal_top(|ui| {
        form.text(ui, one, words::form::CARRIER, &measure.traeger, Text::Carrier);
        form.text(ui, two, words::form::OFFICE, &measure.federfuehrung, Text::Office);
    });
    ui.horizontal_top(|ui| {
        form.text(ui, one, words::form::OTHERS, &measure.beteiligte, Text::Others);
        form.text(ui, two, words::form::SITE, &measure.standort, Text::Site);
    });
    ui.add_enabled_ui(plan.locked.is_none(), |ui| {
        if let Some(key) = check_box(ui, measure.schluesselmassnahme, words::form::KEY_MEASURE) {
            form.edit(ui, |measure| measure.schluesselmassnahme = key);
        }
    });
}

fn goal_choices(plan: Plan<'_>) -> Vec<(Option<ZielId>, &str)> {
    let goals = plan.programme.ziele.iter().filter(|ziel| ziel.kind != ZielKind::Leitziel);
    std::iter::once((None, words::form::NO_GOAL)).chain(goals.map(|ziel| (Some(ziel.id), ziel.text.as_str()))).collect()
}

fn effect(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let decimals = cx.snapshot.data.indicator_by_code(&measure.indikator);
    let own = || own_decimals(measure.ausgangswert.into_iter().chain(measure.zielwert));
    let decimals = decimals.map_or_else(own, |card| card.decimals);
    let indicators = indicator_choices(cx);
    let mut form = Form { cx, part, measure, locked: plan.locked };
    let [one, two, three, four] = widths(ui, [2.2, 1.0, 1.0, 1.0]);
    ui.horizontal_top(|ui| {
        if let Some(code) = form.choice(ui, one, words::form::INDICATOR, &measure.indikator, &indicators) {
            form.edit(ui, |measure| {
                measure.indikator = code;
                // A value of another indicator is no start for this one.
                if measure.start_bound.take().is_some() {
                    measure.ausgangswert = None;
                }
            });
        }
        let start = Field::new(words::form::START, measure.id).width(two).disabled_reason(plan.locked);
        if let Some(value) = start.show_number(ui, measure.ausgangswert, decimals).changed() {
            form.edit(ui, |measure| (measure.ausgangswert, measure.start_bound) = (value, None));
        }
        let target = Field::new(words::form::TARGET, measure.id).width(three).disabled_reason(plan.locked);
        if let Some(value) = target.show_number(ui, measure.zielwert, decimals).changed() {
            form.edit(ui, |measure| measure.zielwert = value);
        }
        let check = Field::new(words::form::CHECK_ON, measure.id).width(four).disabled_reason(plan.locked);
        if let Some(date) = check.show_date(ui, measure.pruefung_am).changed() {
            form.edit(ui, |measure| measure.pruefung_am = date);
        }
    });
    let start = (measure.ausgangswert, measure.start_bound.as_ref());
    if let Some((value, bound)) = lookup::take_start(ui, form.cx, plan, &measure.indikator, start) {
        form.edit(ui, |measure| (measure.ausgangswert, measure.start_bound) = (Some(value), Some(bound)));
    }
    if measure.indikator.is_empty() {
        let [one, _] = widths(ui, [1.0, 1.0]);
        form.text(ui, one, words::OWN_MEASURE, &measure.messgroesse, Text::OwnMeasure);
    }
    let field = Field::new(words::form::HYPOTHESIS, measure.id).rows(2).placeholder(words::form::HYPOTHESIS_HINT);
    if let Edit::Set(text) = field.disabled_reason(plan.locked).show_text(ui, &measure.wirkungshypothese) {
        form.edit(ui, |measure| Text::Hypothesis.set(measure, text));
    }
    let [one, _] = widths(ui, [1.0, 1.0]);
    let steps = WirkungsStufe::ALL.map(|step| (step, wirkungsstufe(step)));
    if let Some(step) = form.choice(ui, one, words::form::STEP, &measure.stufe, &steps) {
        form.edit(ui, |measure| measure.stufe = step);
    }
    let changed = kette::show(ui, form.cx, plan, measure.id, &measure.kette);
    if let Some(glied) = changed {
        form.edit(ui, |measure| set_glied(&mut measure.kette, glied));
    }
}

fn time(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    let quarters = quarter_choices(plan, measure);
    let refused = Id::unique(("zeit-abgelehnt", measure.id));
    let mut form = Form { cx, part, measure, locked: plan.locked };
    let [one, two, _] = widths(ui, [1.0, 1.0, 1.0]);
    ui.horizontal_top(|ui| {
        let begin = form.choice(ui, one, words::form::BEGIN, &measure.beginn, &quarters);
        let end = form.choice(ui, two, words::form::END, &measure.ende, &quarters);
        if begin.is_some() || end.is_some() {
            let span = (begin.unwrap_or(measure.beginn), end.unwrap_or(measure.ende));
            // A span that goes backwards is no step: the field says so until another one is chosen.
            let backwards = span.0.zip(span.1).is_some_and(|(begin, end)| end < begin);
            ui.data_mut(|data| data.insert_temp(refused, backwards));
            if !backwards {
                form.edit(ui, |measure| (measure.beginn, measure.ende) = span);
            }
        }
    });
    if ui.data(|data| data.get_temp(refused)).unwrap_or(false) {
        ui.label(rich(words::form::END_BEFORE_BEGIN, TypeStyle::Small, form.cx.tokens.err));
    }
}

fn quarter_choices(plan: Plan, measure: &Massnahme) -> Vec<(Option<Quarter>, String)> {
    let programme = plan.programme;
    let of_year = |year: i16| (1..=4).map(move |quarter| Quarter { year, quarter });
    let known = [measure.beginn, measure.ende].into_iter().flatten();
    let quarters: BTreeSet<Quarter> =
        (programme.first_year..=programme.last_year).flat_map(of_year).chain(known).collect();
    let none = (None, words::form::NOT_SET.to_owned());
    std::iter::once(none).chain(quarters.into_iter().map(|quarter| (Some(quarter), quarter.to_string()))).collect()
}

fn long_text(
    ui: &mut Ui,
    cx: &mut PanelCx,
    plan: Plan,
    part: &mut MassnahmenPart,
    measure: &Massnahme,
    (name, value, text): (&str, &str, Text),
) {
    let field = Field::new(name, measure.id).rows(3).disabled_reason(plan.locked);
    if let Edit::Set(entered) = field.show_text(ui, value) {
        part.edit(ui, cx, measure, |measure| text.set(measure, entered));
    }
}

fn dependencies(ui: &mut Ui, cx: &mut PanelCx, plan: Plan, part: &mut MassnahmenPart, measure: &Massnahme) {
    field::label(ui, words::form::DEPENDS, false);
    ui.horizontal_wrapped(|ui| {
        for before in plan.programme.massnahmen.iter().filter(|other| measure.abhaengig_von.contains(&other.id)) {
            let number = measure_number(before.number);
            ui.label(rich(format!("{number} {}", before.titel), TypeStyle::Body, cx.tokens.text));
            let name = words::form::remove_dependency(&number);
            if Button::icon_only(icon::X, &name).compact().disabled_reason(plan.locked).show(ui).clicked() {
                part.edit(ui, cx, measure, |measure| measure.abhaengig_von.retain(|id| *id != before.id));
            }
        }
        let others: Vec<(MassnahmeId, String)> = plan
            .programme
            .massnahmen
            .iter()
            .filter(|other| other.id != measure.id && !measure.abhaengig_von.contains(&other.id))
            .filter(|other| !waits_for(plan, other.id, measure.id))
            .map(|other| (other.id, format!("{} {}", measure_number(other.number), other.titel)))
            .collect();
        let combo = Combo::new(words::form::ADD_DEPENDENCY).empty(words::form::ADD_DEPENDENCY).compact().width(200.0);
        let none = others.is_empty().then(|| match plan.programme.massnahmen.len() - measure.abhaengig_von.len() {
            0 | 1 => words::form::NO_OTHER_MEASURE,
            _ => words::form::ONLY_CIRCLES,
        });
        let combo = combo.disabled_reason(plan.locked.or(none));
        if let Some(id) = in_row(ui, 200.0, |ui| combo.show(ui, None, &others)) {
            part.edit(ui, cx, measure, |measure| measure.abhaengig_von.push(id));
        }
    });
}

/// Whether a measure waits for another one, by way of others too: then the other must not wait for it.
fn waits_for(plan: Plan, measure: MassnahmeId, other: MassnahmeId) -> bool {
    let (mut seen, mut open) = (BTreeSet::new(), vec![measure]);
    while let Some(id) = open.pop() {
        if id == other {
            return true;
        }
        if seen.insert(id) {
            let before = plan.programme.massnahmen.iter().filter(|known| known.id == id);
            open.extend(before.flat_map(|known| known.abhaengig_von.iter().copied()));
        }
    }
    false
}
