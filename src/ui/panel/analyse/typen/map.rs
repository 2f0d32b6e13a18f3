//! The types on the map: a colour and a letter each.

use crate::analysis::structure::Typology;
use crate::chart::{AreaMapChart, ChartSpec, Figure, MapShape, SwatchRow};
use crate::domain::{Area, Observation};
use crate::text;
use crate::text::panel::{analyse as analyse_words, typen as words, widget as map_words};
use crate::theme::{TypeStyle, space, stroke};
use crate::ui::tile_map::TileMap;
use crate::ui::widget::area_map::{AreaMap, MapArea, type_letter};
use crate::ui::widget::paint;
use crate::ui::widget::style::{color32, line, tokens};
use crate::ui::widget::text as label;
use crate::ui::{Intent, PanelCx, TypesView, named_aktionsraeume, picture};
use egui::accesskit::Role;
use egui::{Align2, CentralPanel, Frame, Margin, Panel, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 20.0;

/// Draws map and legend.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, view: &TypesView, typology: &Typology, names: &[String]) {
    #[expect(clippy::cast_precision_loss, reason = "few types")]
    let height = ROW * typology.types.len() as f32 + space::L;
    let legend = Panel::bottom("typen-legende").exact_size(height).resizable(false).show_separator_line(false);
    legend.frame(Frame::NONE.inner_margin(Margin::symmetric(super::MARGIN, 2))).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, (own, name)) in typology.types.iter().zip(names).enumerate() {
            legend_row(ui, at, &format!("{}, {name}", words::type_title(&type_letter(at), own.members.len())));
        }
    });
    CentralPanel::default().frame(Frame::NONE.inner_margin(Margin::same(super::MARGIN))).show(ui, |ui| {
        let members = named_aktionsraeume(cx.snapshot);
        let data = &cx.snapshot.data;
        let tiles = TileMap::of(data, view.order.level);
        let areas: Vec<MapArea> = data
            .areas_of(view.order.level)
            .map(|area| MapArea {
                tile: tiles.place(area),
                ..map_area(names, typology, area, members.contains(&area.id))
            })
            .filter(|area| area.tile.is_some() || data.boundaries.of(area.id).is_some())
            .collect();
        if areas.is_empty() {
            ui.centered_and_justified(|ui| label::small(ui, analyse_words::NO_TILES));
            return;
        }
        if cx.awaits_shapes() {
            ui.centered_and_justified(|ui| label::small(ui, map_words::DRAWING));
            return;
        }
        let types: Vec<(String, usize)> =
            names.iter().zip(&typology.types).map(|(name, own)| (name.clone(), own.members.len())).collect();
        let name = words::map_text(&types, typology.left_out.len());
        let map = AreaMap::new(&name, &areas, typology.types.len())
            .types()
            .selected(cx.focus.area)
            .shapes(cx.derived.shapes(view.order.level));
        let size = ui.available_size();
        if let Some(area) = map.show(ui, size).selected {
            cx.outbox.push(Intent::SelectArea(area));
        }
    });
}

/// The types on the map as a picture.
pub fn figure(cx: &PanelCx) -> Option<Figure> {
    let view = cx.derived.types.value.as_deref()?.as_ref().ok()?;
    let typology = view.typology.as_ref().ok()?;
    let data = &cx.snapshot.data;
    let members = named_aktionsraeume(cx.snapshot);
    let shape = |area: &Area| {
        let class = typology.type_of(area.id);
        let shown = class.map_or_else(String::new, type_letter);
        let shape = MapShape {
            name: area.name.clone(),
            shown,
            class,
            outlined: members.contains(&area.id),
            ..MapShape::default()
        };
        (area.id, shape)
    };
    let areas: Vec<_> = data.areas_of(view.order.level).map(shape).collect();
    let boundaries = cx.derived.shapes(view.order.level).is_some();
    let tiles = TileMap::of(data, view.order.level);
    let shapes = picture::shapes(data, view.order.level, &areas, boundaries);
    if shapes.is_empty() {
        return None;
    }
    let swatch = |(at, own): (usize, &crate::analysis::structure::AreaType)| SwatchRow {
        label: words::type_title(&type_letter(at), own.members.len()),
        colour: crate::theme::report().palettes.theme(at),
        hatched: false,
    };
    let chart = AreaMapChart {
        indicator: words::FIGURE_TITLE.to_owned(),
        period: view.period.clone(),
        method: words::TYPES.to_owned(),
        classes: typology.types.iter().enumerate().map(swatch).collect(),
        shapes,
        outline: if members.is_empty() { String::new() } else { words::OUTLINED.to_owned() },
    };
    let shown = observations(cx, view);
    let subtitle = analyse_words::map_subtitle(text::area_level_plural(view.order.level), &view.period);
    let title = words::FIGURE_TITLE.to_owned();
    let mut figure = picture::figure(cx, title, subtitle, ChartSpec::AreaMap(chart), &view.period, &shown);
    let names = super::names(cx, view);
    let named = names.iter().enumerate();
    figure.notes.splice(0..0, named.map(|(at, name)| format!("{} {}: {name}", words::TYPE, type_letter(at))));
    figure.notes.insert(0, if boundaries { analyse_words::FROM_BOUNDARIES } else { tiles.note() }.to_owned());
    Some(figure)
}

/// The values that types and similarity rest on.
pub fn observations(cx: &PanelCx, view: &TypesView) -> Vec<Observation> {
    let data = &cx.snapshot.data;
    let Some(period) = data.period_by_label(&view.period).map(|period| period.id) else { return Vec::new() };
    let of = |area: &Area| {
        let area = area.id;
        view.indicators.iter().filter_map(move |id| data.dataset.get(*id, area, period))
    };
    data.areas_of(view.order.level).flat_map(of).collect()
}

fn map_area(names: &[String], typology: &Typology, area: &Area, member: bool) -> MapArea {
    let class = typology.type_of(area.id);
    let name = |at: usize| names.get(at).map(|name| format!("{} {}: {name}", words::TYPE, type_letter(at)));
    MapArea {
        id: area.id,
        name: area.name.clone(),
        tile: area.tile,
        class,
        rank: None,
        outlined: member,
        note: class.and_then(name).unwrap_or_else(|| analyse_words::NO_VALUE.to_owned()),
    }
}

fn legend_row(ui: &mut Ui, at: usize, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    letter(ui, pos2(rect.left() + 9.0, rect.center().y), at);
    let galley = paint::elided(ui, name, TypeStyle::Small, tokens(ui).text2, rect.width() - 26.0);
    paint::put(ui, ui.painter(), pos2(rect.left() + 26.0, rect.center().y), Align2::LEFT_CENTER, galley);
    response.on_hover_text(name);
}

/// The letter of a type on its colour.
pub fn letter(ui: &Ui, center: egui::Pos2, at: usize) {
    let tokens = tokens(ui);
    let fill = tokens.palettes.theme(at);
    let rect = paint::snap(ui, Rect::from_center_size(center, vec2(17.0, 15.0)));
    ui.painter().rect_filled(rect, 2.0, color32(fill));
    ui.painter().rect_stroke(rect, 2.0, line(stroke::LINE, tokens.cat_line), StrokeKind::Inside);
    let words = type_letter(at);
    paint::text(ui, rect.center(), Align2::CENTER_CENTER, &words, TypeStyle::SmallStrong, fill.readable_on());
}
