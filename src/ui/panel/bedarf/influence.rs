//! The tab Empfindlichkeit: what the order hangs on, what other decisions do, and what sets two areas apart.

use super::simple_table::Tables;
use super::weights::indicator_name;
use super::{figures, running};
use crate::analysis::{
    self, Changed, IndexRun, changed_title, choice_title, class_exits, compare_areas, rank_hangs_on, ranking_hangs_on,
    ranking_hangs_on_in_words, swap_in_words, swap_sentence,
};
use crate::chart::ShareChart;
use crate::domain::{AreaId, BindingRef, SectionKey};
use crate::programme::area_reference;
use crate::text;
use crate::text::Explain;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::sensitivity as sensitivity_words;
use crate::text::panel::takeover as taken;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::takeover::{self, Sentence};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::data_table::Column;
use crate::ui::widget::style::{color32, line, rich, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Explanation, Intent, PanelCx, SensitivityView};
use egui::{Align, Align2, Frame, Layout, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

const BAR: f32 = 22.0;
/// Room for the buttons beside a sentence.
const QUOTE: f32 = 76.0;
/// Height of the axis under the bars.
const AXIS: f32 = 16.0;

/// State: the area that the selected one is compared with.
#[derive(Default)]
pub(super) struct Influence {
    other: Option<AreaId>,
}

impl Influence {
    /// Draws the sections below each other.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, run: &IndexRun, copy: bool) {
        let derived = cx.derived;
        let mut tables = Tables::collecting(copy);
        let found = &derived.bedarf.sensitivity;
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::S;
                match found.value.as_deref() {
                    Some(Err(error)) => drop(label::body(ui, &error.named(&cx.snapshot.data).message().happened)),
                    None => running(ui, cx, found.progress, sensitivity_words::COMPUTING),
                    Some(Ok(view)) => {
                        if !found.current {
                            running(ui, cx, found.progress, sensitivity_words::COMPUTING);
                        }
                        decisions(ui, cx, &mut tables, view);
                        alternatives(ui, cx, &mut tables, view);
                        without(ui, cx, &mut tables, view);
                    }
                }
                self.comparison(ui, cx, &mut tables, run);
                classes(ui, cx, &mut tables, run);
            });
        });
        tables.copied(cx);
    }

    /// Two areas indicator by indicator, the chance of each order, and the weight at which they change places.
    fn comparison(&mut self, ui: &mut Ui, cx: &mut PanelCx, tables: &mut Tables, run: &IndexRun) {
        ui.add_space(space::M);
        let (focus, snapshot) = (cx.focus, cx.snapshot);
        let area = focus.area.and_then(|id| snapshot.data.area(id));
        let Some(area) = area.filter(|area| run.row_of(area.id).is_some()) else {
            label::hint(ui, words::SENSITIVITY_NEEDS_AREA);
            return;
        };
        let order: Vec<AreaId> = run.by_rank().into_iter().map(|row| run.areas[row]).collect();
        let neighbour = || {
            let at = order.iter().position(|other| *other == area.id)?;
            order.get(at + 1).or(order.get(at.checked_sub(1)?)).copied()
        };
        let known = self.other.filter(|other| *other != area.id && run.row_of(*other).is_some());
        let Some(other) = known.or_else(neighbour) else { return };
        let data = &snapshot.data;
        let name = |id: AreaId| data.area(id).map_or("", |area| area.name.as_str());
        label::h2(ui, &sensitivity_words::compared(&area.name));
        let choices: Vec<(AreaId, &str)> =
            order.iter().filter(|id| **id != area.id).map(|id| (*id, name(*id))).collect();
        if let Some(chosen) = Combo::new(sensitivity_words::COMPARED_AREA).width(260.0).show(ui, Some(&other), &choices)
        {
            self.other = Some(chosen);
        }
        let swap = swap_sentence(data, run, area.id, other).zip(swap_in_words(data, run, area.id, other));
        for (sentence, in_words) in [swap, chance(cx, area.id, other)].into_iter().flatten() {
            let taken = two_ranks(cx, area.id, other, &in_words);
            quotable(ui, cx, &sentence, taken, TypeStyle::Body);
        }
        let Some(differences) = compare_areas(run, area.id, other) else { return };
        let columns = [
            Column::text(words::INDICATORS).flex(180.0),
            Column::number(sensitivity_words::value_of(&area.name)).flex(110.0),
            Column::number(sensitivity_words::value_of(name(other))).flex(110.0),
            Column::number(sensitivity_words::contribution_of(&area.name)).flex(104.0),
            Column::number(sensitivity_words::contribution_of(name(other))).flex(104.0),
            Column::number(sensitivity_words::DIFFERENCE).fixed(100.0),
        ];
        let value = |part: &analysis::Contribution| {
            let decimals = data.indicator(part.indicator).map_or(1, |card| card.decimals);
            part.value.map_or_else(
                || text::status_sign(part.status).to_owned(),
                |value| text::value_or_sign(Some(value), part.status, decimals),
            )
        };
        // Without a value nothing is contributed: the sign says why.
        let contribution = |part: &analysis::Contribution| match part.normalised {
            Some(_) => text::decimal(part.contribution, 2),
            None => text::status_sign(part.status).to_owned(),
        };
        let rows: Vec<Vec<String>> = differences
            .iter()
            .map(|found| {
                vec![
                    data.indicator(found.indicator).map_or_else(String::new, |card| card.name.clone()),
                    value(&found.left),
                    value(&found.right),
                    contribution(&found.left),
                    contribution(&found.right),
                    text::signed(found.difference, 2),
                ]
            })
            .collect();
        let explain = |at: usize| {
            let found = differences.get(at)?;
            let side = |id: AreaId, part: &analysis::Contribution| {
                let normalised = part.normalised.map(|normalised| text::decimal(normalised, 3));
                let words =
                    sensitivity_words::side(&value(part), normalised.as_deref(), part.weight, part.contribution);
                (name(id).to_owned(), words)
            };
            let (left, right) = (found.left.contribution, found.right.contribution);
            Some(Explanation {
                title: sensitivity_words::difference_of(rows.get(at)?.first()?),
                figure: text::signed(found.difference, 2),
                of: sensitivity_words::between(&area.name, name(other)),
                steps: vec![
                    side(area.id, &found.left),
                    side(other, &found.right),
                    (sensitivity_words::DIFFERENCE.to_owned(), sensitivity_words::minus(left, right, found.difference)),
                ],
            })
        };
        tables.titled(ui, cx, sensitivity_words::INDICATOR_BY_INDICATOR, &columns, &rows, &explain);
    }
}

/// The rank of an area as references, and what is said of it: for the reasons of the choice.
fn ranked(cx: &PanelCx, area: AreaId, in_words: &str) -> Option<Sentence> {
    let area = cx.snapshot.data.area(area)?;
    let key = area_reference(area);
    let rank = bound(&BindingRef::Rank { area: key.clone() });
    let span = bound(&BindingRef::RankInterval { area: key });
    let text = taken::rank(&area.name, &rank, &bound(&BindingRef::Participants), &span);
    let text = taken::then(&text, in_words);
    Some(Sentence { areas: vec![area.id], section: SectionKey::Begruendung, text })
}

fn two_ranks(cx: &PanelCx, first: AreaId, second: AreaId, in_words: &str) -> Option<Sentence> {
    let areas = [cx.snapshot.data.area(first)?, cx.snapshot.data.area(second)?];
    let ranks = areas.map(|area| bound(&BindingRef::Rank { area: area_reference(area) }));
    let text = taken::two_ranks((&areas[0].name, &ranks[0]), (&areas[1].name, &ranks[1]));
    let text = taken::then(&text, in_words);
    Some(Sentence { areas: vec![first, second], section: SectionKey::Begruendung, text })
}

fn bound(reference: &BindingRef) -> String {
    format!("[{reference}]")
}

/// A sentence with buttons that copy it and that take what it says into a programme.
fn quotable(ui: &mut Ui, cx: &mut PanelCx, sentence: &str, taken: Option<Sentence>, style: TypeStyle) {
    let room = ui.available_width() - QUOTE;
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            ui.add_space(space::HAIR);
            ui.add(egui::Label::new(rich(sentence, style, cx.tokens.text)).wrap());
        });
        ui.push_id(sentence, |ui| {
            if Button::icon_only(icon::QUOTES, sensitivity_words::COPY_SENTENCE).compact().show(ui).clicked() {
                cx.outbox.push(Intent::Copy(sentence.to_owned()));
            }
            takeover::button(ui, cx, takeover::Size::Small, |_| taken);
        });
    });
}

/// Sentences and bars: the part that each decision has in the differences between the draws.
fn decisions(ui: &mut Ui, cx: &mut PanelCx, tables: &mut Tables, view: &SensitivityView) {
    let sentence = ranking_hangs_on(&view.sobol);
    let in_words = ranking_hangs_on_in_words(&view.sobol);
    let taken = cx.area().filter(|area| view.run.row_of(area.id).is_some());
    let taken = taken.and_then(|area| ranked(cx, area.id, &in_words));
    quotable(ui, cx, &sentence, taken, TypeStyle::H2);
    let own = cx.area().map(|area| area.id);
    let of_area = own.and_then(|area| rank_hangs_on(&cx.snapshot.data, &view.run, &view.sobol, area).zip(Some(area)));
    if let Some((sentence, area)) = of_area {
        let taken = ranked(cx, area, &sentence);
        quotable(ui, cx, &sentence, taken, TypeStyle::Body);
    }
    let ordered = view.sobol.by_weight();
    if ordered.is_empty() {
        return;
    }
    chart(ui, &figures::shares(view));
    let columns = [
        Column::text(sensitivity_words::DECISION).flex(160.0),
        Column::number(sensitivity_words::ALONE).fixed(120.0),
        Column::number(sensitivity_words::INVOLVED).fixed(120.0),
        Column::number(sensitivity_words::ERROR).fixed(120.0),
    ];
    let percent = |share: f64| text::percent(share.clamp(0.0, 1.0) * 100.0, 0);
    let rows: Vec<Vec<String>> = ordered
        .iter()
        .map(|(choice, total)| {
            let at = view.sobol.choices.iter().position(|other| other == choice);
            let first = at.and_then(|at| view.sobol.mean_shift.first.get(at));
            vec![
                choice_title(*choice).to_owned(),
                first.map_or_else(String::new, |first| percent(first.value)),
                percent(total.value),
                sensitivity_words::points(total.standard_error * 100.0),
            ]
        })
        .collect();
    let design = sensitivity_words::design(view.sobol.evaluations, view.run.spec.uncertainty.seed);
    let explain = |at: usize| {
        let (choice, total) = ordered.get(at)?;
        let place = view.sobol.choices.iter().position(|other| other == choice)?;
        let first = view.sobol.mean_shift.first.get(place)?;
        Some(Explanation {
            title: sensitivity_words::share_of_choice(choice_title(*choice)),
            figure: percent(total.value),
            of: view.run.spec.name.clone(),
            steps: sensitivity_words::sobol_steps(
                (first.value, first.standard_error),
                (total.value, total.standard_error),
                &design,
            ),
        })
    };
    tables.titled(ui, cx, sensitivity_words::DECISIONS, &columns, &rows, &explain);
    label::hint(ui, &design);
}

/// Horizontal bars from 0 to 100 %, each with its name and number.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "positions on the screen")]
fn chart(ui: &mut Ui, shares: &ShareChart) {
    const NAMES: f32 = 190.0;
    let tokens = tokens(ui);
    let width = ui.available_width().min(720.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, BAR * shares.bars.len() as f32 + AXIS), Sense::hover());
    let spoken = shares.alternative_text();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let plot = Rect::from_min_max(rect.min + vec2(NAMES, 0.0), rect.max - vec2(56.0, AXIS));
    for share in [0.0f32, 0.25, 0.5, 0.75, 1.0] {
        let x = (plot.left() + plot.width() * share).floor() + 0.5;
        ui.painter().vline(x, plot.y_range(), line(stroke::LINE, tokens.line));
        let words = text::percent(f64::from(share) * 100.0, 0);
        paint::text(
            ui,
            egui::pos2(x, plot.bottom() + 9.0),
            Align2::CENTER_CENTER,
            &words,
            TypeStyle::Tiny,
            tokens.text2,
        );
    }
    for (at, bar) in shares.bars.iter().enumerate() {
        let (title, value) = (bar.name.as_str(), bar.share);
        let y = plot.top() + BAR * (at as f32 + 0.5);
        let end = plot.left() + plot.width() * value.clamp(0.0, 1.0) as f32;
        let bar = Rect::from_min_max(egui::pos2(plot.left(), y - 6.0), egui::pos2(end.max(plot.left() + 1.0), y + 6.0));
        ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
        paint::text(ui, egui::pos2(rect.left(), y), Align2::LEFT_CENTER, title, TypeStyle::Small, tokens.text);
        let words = text::percent(value.clamp(0.0, 1.0) * 100.0, 0);
        paint::text(
            ui,
            egui::pos2(bar.right() + 6.0, y),
            Align2::LEFT_CENTER,
            &words,
            TypeStyle::SmallStrong,
            tokens.text,
        );
    }
}

/// One decision otherwise at a time: how far ranks move, who comes among the first places, who falls out.
fn alternatives(ui: &mut Ui, cx: &mut PanelCx, tables: &mut Tables, view: &SensitivityView) {
    let run = &view.run;
    let data = &cx.snapshot.data;
    let name = |id: AreaId| data.area(id).map_or("", |area| area.name.as_str());
    let own = cx.area().and_then(|area| run.row_of(area.id).map(|row| (area.name.clone(), row)));
    let mut columns = vec![
        Column::text(sensitivity_words::CHANGED).flex(228.0),
        Column::number(sensitivity_words::MEAN_SHIFT).fixed(84.0),
    ];
    columns.extend(own.iter().map(|(name, _)| Column::number(sensitivity_words::rank_of(name)).fixed(96.0)));
    columns.push(Column::text(sensitivity_words::MOST).flex(184.0));
    columns.push(Column::text(sensitivity_words::changed_places(run.spec.uncertainty.top_places)).flex(168.0));
    let names = |areas: &[AreaId]| areas.iter().map(|area| name(*area)).collect::<Vec<_>>().join(", ");
    let (mut rows, mut refused, mut shifts) = (Vec::new(), Vec::new(), Vec::new());
    for alternative in &view.alternatives {
        if matches!(alternative.changed, Changed::WithoutIndicator(_)) {
            continue;
        }
        let mut cells = vec![changed_title(data, &alternative.changed)];
        match &alternative.outcome {
            Ok(shift) => {
                cells.push(text::decimal(shift.mean_shift, 1));
                cells.extend(own.iter().map(|(_, row)| rank_then(run.rank[*row], shift.rank[*row])));
                let most = shift.most.and_then(|(area, then)| Some((name(area), run.rank[run.row_of(area)?], then)));
                cells
                    .push(most.map_or_else(String::new, |(name, from, to)| sensitivity_words::from_to(name, from, to)));
                cells.push(sensitivity_words::entering_leaving(&names(&shift.entering), &names(&shift.leaving)));
                shifts.push(shift);
            }
            Err(error) => {
                refused.push(format!("{}: {}", cells.join(""), error.named(data).message().happened));
                continue;
            }
        }
        rows.push(cells);
    }
    ui.add_space(space::M);
    let explain = |at: usize| {
        let (shift, cells) = (shifts.get(at)?, rows.get(at)?);
        let pairs = run.rank.iter().zip(&shift.rank);
        let moved: Vec<u32> = pairs.filter_map(|(own, then)| Some(own.abs_diff((*then)?))).collect();
        let mut steps = vec![sensitivity_words::mean_shift_step(&moved, shift.mean_shift)];
        let places = run.spec.uncertainty.top_places;
        let changed = sensitivity_words::entering_leaving(&names(&shift.entering), &names(&shift.leaving));
        steps.extend((!changed.is_empty()).then(|| (sensitivity_words::changed_places(places), changed)));
        Some(Explanation {
            title: sensitivity_words::ONE_AT_A_TIME.to_owned(),
            figure: text::decimal(shift.mean_shift, 1),
            of: cells.first()?.clone(),
            steps,
        })
    };
    tables.titled(ui, cx, sensitivity_words::ONE_AT_A_TIME, &columns, &rows, &explain);
    if !refused.is_empty() {
        label::small(ui, sensitivity_words::REFUSED);
        for reason in &refused {
            label::hint(ui, reason);
        }
    }
}

fn rank_then(own: u32, then: Option<u32>) -> String {
    match then {
        Some(then) if then == own => own.to_string(),
        Some(then) => sensitivity_words::moved_rank(f64::from(then), f64::from(own)),
        None => sensitivity_words::NOT_RANKED.to_owned(),
    }
}

/// Ranks without each indicator.
fn without(ui: &mut Ui, cx: &mut PanelCx, tables: &mut Tables, view: &SensitivityView) {
    let run = &view.run;
    let own = cx.area().and_then(|area| run.row_of(area.id).map(|row| (area.name.clone(), row)));
    let mut columns = vec![
        Column::text(sensitivity_words::WITHOUT).flex(200.0),
        Column::number(sensitivity_words::MEAN_SHIFT).fixed(110.0),
    ];
    columns.extend(own.iter().map(|(name, _)| Column::number(sensitivity_words::rank_of(name)).flex(150.0)));
    let moved = |found: &analysis::LeaveOneOut| -> Vec<u32> {
        run.rank.iter().zip(&found.rank).filter_map(|(own, then)| Some(own.abs_diff((*then)?))).collect()
    };
    let rows: Vec<Vec<String>> = view
        .without
        .iter()
        .map(|found| {
            let mean = mean_of(&moved(found));
            let card = cx.snapshot.data.indicator(found.indicator);
            let mut cells = vec![card.map_or_else(String::new, |card| card.name.clone()), text::decimal(mean, 1)];
            cells.extend(own.iter().map(|(_, row)| rank_then(run.rank[*row], found.rank[*row])));
            cells
        })
        .collect();
    ui.add_space(space::M);
    let explain = |at: usize| {
        let moved = moved(view.without.get(at)?);
        Some(Explanation {
            title: sensitivity_words::LEAVE_ONE_OUT.to_owned(),
            figure: text::decimal(mean_of(&moved), 1),
            of: text::sensitivity::without(rows.get(at)?.first()?),
            steps: vec![sensitivity_words::mean_shift_step(&moved, mean_of(&moved))],
        })
    };
    tables.titled(ui, cx, sensitivity_words::LEAVE_ONE_OUT, &columns, &rows, &explain);
}

/// Mean of places; 0 of none.
#[expect(clippy::cast_precision_loss, reason = "areas of a city")]
fn mean_of(places: &[u32]) -> f64 {
    places.iter().copied().map(f64::from).sum::<f64>() / places.len().max(1) as f64
}

/// How often one area stands before the other, with and without numbers.
fn chance(cx: &PanelCx, first: AreaId, second: AreaId) -> Option<(String, String)> {
    let view = cx.derived.bedarf.draws.value.as_deref()?.as_ref().ok()?;
    let row = |area| view.areas.binary_search(&area).ok();
    let share = view.draws.before(row(first)?, row(second)?);
    let name = |id: AreaId| cx.snapshot.data.area(id).map_or("", |area| area.name.as_str());
    let shown = text::sensitivity::share_with_error(share.value, share.standard_error);
    let in_words = text::sensitivity::before_in_words(name(first), name(second), share.value);
    Some((sensitivity_words::before(name(first), name(second), &shown), in_words))
}

/// What a single value would have to be for the selected area to leave its class.
fn classes(ui: &mut Ui, cx: &mut PanelCx, tables: &mut Tables, run: &IndexRun) {
    let Some(area) = cx.area().filter(|area| run.row_of(area.id).is_some()).cloned() else { return };
    let Some(labels) = run.spec.classes.as_ref().map(|classes| &classes.labels) else { return };
    let class = run.row_of(area.id).and_then(|row| run.class[row]);
    let Some(class) = class else { return };
    let snapshot = cx.snapshot;
    let data = &snapshot.data;
    let (below, above) = class_exits(run, area.id);
    let columns = [
        Column::text(words::INDICATORS).flex(200.0),
        Column::text(sensitivity_words::THEN_CLASS).flex(120.0),
        Column::number(sensitivity_words::VALUE_NOW).fixed(110.0),
        Column::number(sensitivity_words::VALUE_THEN).fixed(130.0),
    ];
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for (border, then) in [(below, class.checked_sub(1)), (above, Some(class + 1))] {
        let (Some(border), Some(then)) = (border, then.and_then(|then| labels.get(then))) else { continue };
        for exit in &border.exits {
            let card = data.indicator(exit.indicator);
            let decimals = card.map_or(1, |card| card.decimals);
            rows.push(vec![
                indicator_name(data, card.map_or("", |card| card.code.as_str())).to_owned(),
                then.clone(),
                text::decimal(exit.value, decimals),
                text::decimal_beyond(exit.value_then, exit.value, decimals),
            ]);
            found.push((exit.indicator, border.cut, border.distance));
        }
    }
    ui.add_space(space::M);
    let title = sensitivity_words::leave_class(&area.name, labels.get(class).map_or("", String::as_str));
    if rows.is_empty() {
        label::h3(ui, &title);
        label::body(ui, sensitivity_words::NO_EXIT);
        return;
    }
    let explain = |at: usize| {
        let ((_, cut, distance), cells) = (found.get(at)?, rows.get(at)?);
        let [indicator, then, now, needed] = cells.as_slice() else { return None };
        Some(Explanation {
            title: sensitivity_words::needed_value_of(indicator),
            figure: needed.clone(),
            of: area.name.clone(),
            steps: sensitivity_words::exit_steps(cut + distance, *cut, then, now),
        })
    };
    tables.titled(ui, cx, &title, &columns, &rows, &explain);
    label::hint(ui, sensitivity_words::EXIT_HINT);
    let named = |id: &crate::domain::IndicatorId| found.iter().any(|(indicator, _, _)| indicator == id);
    let counting = run.indicators.iter().zip(&run.weights).filter(|(_, weight)| **weight > 0.0);
    let silent = counting.filter(|(id, _)| !named(id)).count();
    if silent > 0 {
        label::hint(ui, &sensitivity_words::no_single_value(silent));
    }
}
