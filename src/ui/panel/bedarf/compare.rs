//! The tab Vergleich der Varianten: what each recipe of the project makes of the same values.

use super::difference::differences;
use super::{running, select};
use crate::analysis::{IndexRun, shift};
use crate::domain::{AreaId, Recipe};
use crate::project::{Command, RecipeCommand};
use crate::text;
use crate::text::Explain;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::sensitivity as sensitivity_words;
use crate::theme::{TypeStyle, row, space};
use crate::ui::widget::button::Button;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::widget::style::rich;
use crate::ui::widget::{icon, text as label};
use crate::ui::{Explanation, Intent, PanelCx, VariantRun, picture};
use egui::{Frame, Label, Margin, Panel, Ui};
use std::sync::Arc;

/// Width of the column of a recipe.
const COLUMN: f32 = 128.0;

/// Draws the words about each recipe and the ranks side by side.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, current: &Recipe, copy: bool, moved: bool) {
    let derived = cx.derived;
    let Some(variants) = derived.bedarf.variants.value.as_deref() else {
        running(ui, cx, derived.bedarf.variants.progress, sensitivity_words::COMPUTING_VARIANTS);
        return;
    };
    let table = VariantTable::of(cx, current, variants);
    recipes(ui, cx, current, variants);
    let columns = table.columns();
    let selected = table.rows.iter().position(|row| Some(row.area) == cx.focus.area);
    let shown = DataTable::new("bedarf_varianten", words::TAB_VARIANTS, &columns)
        .rows(table.rows.len())
        .sticky_columns(1)
        .row_height(row::DENSE)
        .head_height(38.0)
        .selected(selected)
        .scroll_to(selected.filter(|_| moved));
    if copy {
        let copied = shown.tab_separated(&mut |at, row| table.describe(at, row));
        cx.outbox.push(Intent::Copy(picture::copied_ranking(cx, words::TAB_VARIANTS, &copied)));
    }
    let response = shown.show(ui, |at, row| table.describe(at, row));
    if let Some(row) = response.selected.and_then(|row| table.rows.get(row)) {
        select(cx, row.area);
    }
    if let Some(row) = response.activated.and_then(|row| table.rows.get(row)) {
        cx.outbox.push(Intent::SelectArea(row.area));
        cx.outbox.push(Intent::Explain(Arc::new(explained(cx, current, variants, row.area))));
    }
}

/// The ranks of an area by all recipes: index, what the recipe in hand adds up, and what the others decide otherwise.
fn explained(cx: &PanelCx, current: &Recipe, variants: &[VariantRun], area: AreaId) -> Explanation {
    let data = &cx.snapshot.data;
    let name = |id: AreaId| data.area(id).map_or("", |area| area.name.as_str());
    let mut ordered: Vec<(&Recipe, &VariantRun)> = variants
        .iter()
        .filter_map(|variant| Some((cx.snapshot.recipes.iter().find(|recipe| recipe.id == variant.id)?, variant)))
        .collect();
    ordered.sort_by_key(|(recipe, _)| recipe.id != current.id);
    let rank = |run: &IndexRun| {
        let row = run.row_of(area)?;
        let index = text::decimal(run.index[row], super::index_decimals(&run.index));
        Some((run.place[row], index, row))
    };
    let step = |(recipe, variant): &(&Recipe, &VariantRun)| {
        let words = match &variant.outcome {
            Err(error) => error.named(data).message().happened,
            Ok(run) => rank(run).map_or_else(
                || sensitivity_words::NOT_RANKED.to_owned(),
                |(place, index, row)| {
                    let mut parts: Vec<(String, f64)> = run
                        .indicators
                        .iter()
                        .enumerate()
                        .map(|(at, id)| {
                            (
                                data.indicator(*id).map_or_else(String::new, |card| card.name.clone()),
                                run.contributions[(row, at)],
                            )
                        })
                        .collect();
                    parts.sort_by(|one, other| other.1.total_cmp(&one.1));
                    let differs = differences(data, &current.spec, &recipe.spec);
                    sensitivity_words::rank_explained(place, run.areas.len(), &index, &differs, &parts)
                },
            ),
        };
        (recipe.spec.name.clone(), words)
    };
    let own = ordered.first().and_then(|(_, variant)| rank(variant.outcome.as_ref().ok()?));
    Explanation {
        title: sensitivity_words::RANKS_BY_RECIPE.to_owned(),
        figure: own.map_or_else(|| sensitivity_words::NOT_RANKED.to_owned(), |(place, _, _)| words::rank_only(place)),
        of: name(area).to_owned(),
        steps: ordered.iter().map(step).collect(),
    }
}

/// For each other recipe: what it decides otherwise, and what that does to the ranks.
fn recipes(ui: &mut Ui, cx: &mut PanelCx, current: &Recipe, variants: &[VariantRun]) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(12, 8));
    let base = run_of(variants, current);
    Panel::top("bedarf_varianten_worte").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        label::strong(ui, &sensitivity_words::compared_with(&current.spec.name));
        if cx.snapshot.recipes.len() < 2 {
            only_one(ui, cx, current);
        }
        let most = ui.ctx().content_rect().height() * 0.28;
        egui::ScrollArea::vertical().id_salt("varianten_worte").max_height(most).show(ui, |ui| {
            for variant in variants.iter().filter(|variant| variant.id != current.id) {
                let Some(recipe) = cx.snapshot.recipes.iter().find(|recipe| recipe.id == variant.id) else { continue };
                let differs = differences(&cx.snapshot.data, &current.spec, &recipe.spec);
                let moved = match (&variant.outcome, base) {
                    (Ok(other), Some(base)) => shifted(cx, base, other),
                    (Err(error), _) => error.named(&cx.snapshot.data).message().happened,
                    (Ok(_), None) => String::new(),
                };
                let sentence = sensitivity_words::variant(&recipe.spec.name, &differs, &moved);
                ui.add(Label::new(rich(sentence, TypeStyle::Small, cx.tokens.text)).wrap());
            }
        });
        ui.add_space(space::XS);
    });
}

fn shifted(cx: &PanelCx, base: &IndexRun, other: &IndexRun) -> String {
    let found = shift(base, other);
    let most = found.most.and_then(|(area, then)| {
        let name = cx.snapshot.data.area(area)?.name.as_str();
        Some((name, base.rank[base.row_of(area)?], then))
    });
    text::sensitivity::shift(found.mean_shift, most)
}

/// A comparison needs a second recipe.
fn only_one(ui: &mut Ui, cx: &mut PanelCx, current: &Recipe) {
    label::hint(ui, sensitivity_words::ONE_RECIPE);
    let locked = (!cx.writable()).then_some(words::READ_ONLY);
    let button = Button::secondary(sensitivity_words::ADD_PRESETS).icon(icon::PLUS).compact().disabled_reason(locked);
    if button.show(ui).clicked() {
        let mut presets = crate::analysis::presets_beside(&cx.snapshot.data, &current.spec);
        presets.retain(|preset| !super::recipe::is_taken(cx, &preset.name, None));
        cx.outbox.command(Command::Recipe(RecipeCommand::AddAll(presets)));
    }
}

fn run_of<'a>(variants: &'a [VariantRun], recipe: &Recipe) -> Option<&'a IndexRun> {
    variants.iter().find(|variant| variant.id == recipe.id)?.outcome.as_ref().ok()
}

struct VariantRow {
    area: AreaId,
    name: String,
    ranks: Vec<Option<f64>>,
}

impl VariantRow {
    /// Best and worst rank under any recipe.
    fn span(&self) -> Option<(f64, f64)> {
        let known = || self.ranks.iter().flatten().copied();
        Some((known().min_by(f64::total_cmp)?, known().max_by(f64::total_cmp)?))
    }
}

struct VariantTable {
    recipes: Vec<String>,
    rows: Vec<VariantRow>,
}

impl VariantTable {
    /// The recipe in hand first; areas by its ranks.
    fn of(cx: &PanelCx, current: &Recipe, variants: &[VariantRun]) -> VariantTable {
        let name = |variant: &VariantRun| {
            let recipe = cx.snapshot.recipes.iter().find(|recipe| recipe.id == variant.id);
            recipe.map_or_else(String::new, |recipe| recipe.spec.name.clone())
        };
        let mut ordered: Vec<&VariantRun> = variants.iter().collect();
        ordered.sort_by_key(|variant| variant.id != current.id);
        let runs: Vec<Option<&IndexRun>> = ordered.iter().map(|variant| variant.outcome.as_ref().ok()).collect();
        let mut areas: Vec<AreaId> = runs.iter().flatten().flat_map(|run| run.areas.iter().copied()).collect();
        areas.sort_unstable();
        areas.dedup();
        let rank = |run: &Option<&IndexRun>, area| run.and_then(|run| Some(run.place[run.row_of(area)?]));
        let mut rows: Vec<VariantRow> = areas
            .into_iter()
            .map(|area| VariantRow {
                area,
                name: cx.snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone()),
                ranks: runs.iter().map(|run| rank(run, area)).collect(),
            })
            .collect();
        let first = |row: &VariantRow| row.ranks.first().copied().flatten().unwrap_or(f64::MAX);
        rows.sort_by(|one, other| first(one).total_cmp(&first(other)).then(one.area.cmp(&other.area)));
        VariantTable { recipes: ordered.into_iter().map(name).collect(), rows }
    }

    fn columns(&self) -> Vec<Column<'_>> {
        let mut columns = vec![Column::text(words::AREA).fixed(190.0)];
        columns.extend(self.recipes.iter().map(|name| Column::number(name).flex(COLUMN)));
        if self.recipes.len() > 1 {
            columns.push(Column::number(sensitivity_words::SPAN_OF_VARIANTS).fixed(96.0));
        }
        columns
    }

    /// Ranks that differ from the recipe in hand stand out.
    fn describe(&self, at: usize, cells: &mut Row<'_>) {
        let Some(row) = self.rows.get(at) else { return };
        cells.name(&row.name);
        let own = row.ranks.first().copied().flatten();
        for (place, rank) in row.ranks.iter().enumerate() {
            match rank {
                None => cells.quiet(sensitivity_words::NOT_RANKED),
                Some(rank) if place == 0 => cells.strong(&text::place(*rank)),
                Some(rank) => match own.filter(|own| own.total_cmp(rank).is_ne()) {
                    Some(own) => cells.text(&sensitivity_words::moved_rank(*rank, own)),
                    None => cells.quiet(&text::place(*rank)),
                },
            }
        }
        if self.recipes.len() > 1 {
            cells.quiet(&row.span().map_or_else(String::new, |(low, high)| sensitivity_words::places(low, high)));
        }
    }
}
