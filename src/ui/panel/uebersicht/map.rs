//! The index on the map.

use super::select;
use crate::analysis::{self, Ranking};
use crate::domain::{Area, AreaLevel, AreaSetState, Classes};
use crate::text::panel::uebersicht as words;
use crate::text::panel::widget as map_words;
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::PanelCx;
use crate::ui::tile_map::TileMap;
use crate::ui::widget::area_map::{AreaMap, MapArea, legend};
use crate::ui::widget::area_shapes::AreaShapes;
use crate::ui::widget::style::{line, rich};
use crate::ui::widget::{icon, text as label};
use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Ui};
use std::collections::BTreeSet;

/// Classes where the recipe names none.
const QUANTILES: usize = 5;

/// The map of a ranking, kept until data or ranking change.
#[derive(Default)]
pub struct MapCache {
    key: Option<(u64, String, bool)>,
    level: Option<AreaLevel>,
    areas: Vec<MapArea>,
    classes: usize,
    labels: Vec<String>,
    by_quantiles: bool,
    without_boundary: usize,
}

impl MapCache {
    /// Draws map, legend and caution.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        self.refresh(cx);
        let tokens = cx.tokens;
        let level = self.level.unwrap_or(AreaLevel::Sozialraum);
        let tiles = TileMap::of(&cx.snapshot.data, level).note();
        let ranked = cx.derived.ranking().map_or(0, |ranking| ranking.run.areas.len());
        Panel::top("uebersicht-karte-kopf")
            .exact_size(36.0)
            .resizable(false)
            .show_separator_line(false)
            .frame(strip())
            .show(ui, |ui| {
                let rect = ui.max_rect().expand2(egui::vec2(space::L, 0.0));
                ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    label::h3(ui, words::INDEX);
                    let subtitle = rich(
                        words::map_subtitle(ranked, tiles, self.shapes(cx).map(|_| self.without_boundary)),
                        TypeStyle::Small,
                        tokens.text2,
                    );
                    ui.add(egui::Label::new(subtitle).truncate());
                });
            });
        Panel::bottom("uebersicht-karte-fuss")
            .exact_size(32.0)
            .resizable(false)
            .show_separator_line(false)
            .frame(strip())
            .show(ui, |ui| {
                let rect = ui.max_rect().expand2(egui::vec2(space::L, 0.0));
                ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line_soft));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.label(rich(icon::INFO, TypeStyle::Body, tokens.text2));
                    ui.add(egui::Label::new(rich(words::CAUTION, TypeStyle::Small, tokens.text2)).truncate());
                });
            });
        self.legend(ui);
        CentralPanel::default().frame(Frame::NONE.inner_margin(Margin::same(12))).show(ui, |ui| self.tiles(ui, cx));
    }

    #[expect(clippy::cast_precision_loss, reason = "few classes")]
    fn legend(&self, ui: &mut Ui) {
        let height = 18.0 * (self.labels.len() + 3) as f32 + space::M;
        Panel::bottom("uebersicht-legende")
            .exact_size(height)
            .resizable(false)
            .show_separator_line(false)
            .frame(strip())
            .show(ui, |ui| {
                let title = if self.by_quantiles { words::LEGEND_QUANTILES } else { words::LEGEND };
                legend(ui, title, &self.labels, false, Some(words::OUTLINED));
            });
    }

    fn tiles(&self, ui: &mut Ui, cx: &mut PanelCx) {
        if self.areas.is_empty() {
            ui.centered_and_justified(|ui| label::small(ui, words::NO_TILES));
            return;
        }
        if cx.awaits_shapes() {
            ui.centered_and_justified(|ui| label::small(ui, map_words::DRAWING));
            return;
        }
        let size = ui.available_size();
        let map = AreaMap::new(words::INDEX, &self.areas, self.classes).selected(cx.focus.area).shapes(self.shapes(cx));
        if let Some(area) = map.show(ui, size).selected {
            select(cx, area);
        }
    }

    fn shapes<'a>(&self, cx: &PanelCx<'a>) -> Option<&'a AreaShapes> {
        let derived = cx.derived;
        derived.shapes(self.level?)
    }

    fn refresh(&mut self, cx: &PanelCx) {
        let Some(ranking) = cx.derived.ranking() else { return };
        let level = ranking.run.spec.areas.level;
        let real = cx.derived.shapes(level).is_some();
        let key = (cx.snapshot.data.revision, ranking.run.fingerprint.clone(), real);
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.key = Some(key);
        let cuts = analysis::quantile_cuts(&ranking.run.index, QUANTILES);
        self.by_quantiles = ranking.run.spec.classes.is_none();
        self.labels = ranking
            .run
            .classes()
            .map_or_else(|| words::cut_borders(&cuts, 2), |classes: Classes| words::class_borders(&classes));
        self.classes = self.labels.len();
        let outlined: BTreeSet<_> = cx
            .snapshot
            .data
            .area_sets
            .iter()
            .filter(|set| set.state == AreaSetState::Gueltig)
            .flat_map(|set| set.members.iter().copied())
            .collect();
        self.level = Some(level);
        let data = &cx.snapshot.data;
        let tiles = TileMap::of(data, level);
        let on_map =
            |area: &&Area| if real { data.boundaries.of(area.id).is_some() } else { tiles.place(area).is_some() };
        self.without_boundary = data.areas_of(level).filter(|area| data.boundaries.of(area.id).is_none()).count();
        self.areas = data
            .areas_of(level)
            .filter(on_map)
            .map(|area| {
                let row = ranking.run.row_of(area.id);
                MapArea {
                    id: area.id,
                    name: area.name.clone(),
                    tile: tiles.place(area),
                    class: row.and_then(|row| class(ranking, &cuts, row)),
                    rank: row.map(|row| ranking.run.rank[row]),
                    outlined: outlined.contains(&area.id),
                    note: row.map_or_else(|| words::NOT_RANKED.to_owned(), |row| note(ranking, row)),
                }
            })
            .collect();
    }
}

fn strip() -> Frame {
    Frame::NONE.inner_margin(Margin::symmetric(12, 0))
}

fn class(ranking: &Ranking, cuts: &[f64], row: usize) -> Option<usize> {
    let run = &ranking.run;
    if run.spec.classes.is_some() { run.class[row] } else { Some(analysis::class_of(cuts, run.index[row])) }
}

fn note(ranking: &Ranking, row: usize) -> String {
    let (low, high) = ranking.intervals.span(row);
    words::map_note(ranking.run.place[row], low, high, ranking.run.index[row])
}
