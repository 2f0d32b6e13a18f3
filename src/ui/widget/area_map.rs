//! The city as a map: real boundaries where the planner has read some, otherwise schematic tiles. Class of need as fill,
//! rank in a pill, Aktionsräume outlined, the current area in a halo, areas without value hatched, and the legend.

use super::area_shapes::{AreaShapes, MapFrame};
use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::domain::{AreaId, Tile};
use crate::text::panel::widget as words;
use crate::theme::{Color, TypeStyle, radius, space, stroke};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Key, Rect, Response, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::{BTreeSet, HashMap};

/// One area on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapArea {
    /// Identity.
    pub id: AreaId,
    /// Name.
    pub name: String,
    /// Place on the tile map, if it has one.
    pub tile: Option<Tile>,
    /// Class of need from 0; `None` is hatched.
    pub class: Option<usize>,
    /// Rank in the pill.
    pub rank: Option<u32>,
    /// Whether it is outlined as an Aktionsraum.
    pub outlined: bool,
    /// What the tooltip adds: „Rang 5 (4–6) · Index 1,17".
    pub note: String,
}

/// What was done to the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MapResponse {
    /// The area that was clicked or reached by keyboard.
    pub selected: Option<AreaId>,
    /// The area under the pointer.
    pub hovered: Option<AreaId>,
    /// The area that joins or leaves the selected set: clicked with Strg or Umschalt, or by Leertaste.
    pub toggled: Option<AreaId>,
    /// Whether the area that was reached, and the one before it, join the selected set: Umschalt with an arrow.
    pub extends: bool,
}

/// What the classes mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Colours {
    Need,
    Deviation,
    Types,
}

/// Letter of a type, from A.
pub fn type_letter(class: usize) -> String {
    let letter = u8::try_from(class).ok().and_then(|class| b'A'.checked_add(class)).filter(u8::is_ascii_uppercase);
    letter.map_or_else(|| (class + 1).to_string(), |letter| char::from(letter).to_string())
}

/// A map; build it, then [`show`](Self::show) it.
#[must_use = "call show"]
pub struct AreaMap<'a> {
    name: &'a str,
    areas: &'a [MapArea],
    classes: usize,
    selected: Option<AreaId>,
    colours: Colours,
    shapes: Option<&'a AreaShapes>,
    chosen: Option<&'a BTreeSet<AreaId>>,
    hovered: Option<AreaId>,
    colors: Option<&'a [Color]>,
    left_out: &'a [usize],
}

impl<'a> AreaMap<'a> {
    /// A map called `name`, e.g. „Bedarfsindex", with this many classes.
    pub fn new(name: &'a str, areas: &'a [MapArea], classes: usize) -> Self {
        Self {
            name,
            areas,
            classes,
            selected: None,
            colours: Colours::Need,
            shapes: None,
            chosen: None,
            hovered: None,
            colors: None,
            left_out: &[],
        }
    }

    /// The current area.
    pub fn selected(mut self, area: Option<AreaId>) -> Self {
        self.selected = area;
        self
    }

    /// Colours for the deviation from the city instead of the need.
    pub fn deviation(mut self) -> Self {
        self.colours = Colours::Deviation;
        self
    }

    /// Classes are types without order: colours of themes, and a letter on each area.
    pub fn types(mut self) -> Self {
        self.colours = Colours::Types;
        self
    }

    /// The selected set, outlined in the accent.
    pub fn chosen(mut self, areas: &'a BTreeSet<AreaId>) -> Self {
        self.chosen = Some(areas);
        self
    }

    /// The area that is pointed at in another view.
    pub fn pointed_at(mut self, area: Option<AreaId>) -> Self {
        self.hovered = area;
        self
    }

    /// These colours for the classes in place of a palette.
    pub fn colors(mut self, colors: Option<&'a [Color]>) -> Self {
        self.colors = colors;
        self
    }

    /// Classes that the legend has filtered out: their areas are plain ground.
    pub fn without(mut self, classes: &'a [usize]) -> Self {
        self.left_out = classes;
        self
    }

    /// Real boundaries in place of tiles; areas without boundary are not on the map then.
    pub fn shapes(mut self, shapes: Option<&'a AreaShapes>) -> Self {
        self.shapes = shapes;
        self
    }

    /// Shows the map, as large as fits into `size`.
    pub fn show(self, ui: &mut Ui, size: Vec2) -> MapResponse {
        match self.shapes {
            Some(shapes) => self.show_shapes(ui, size, shapes),
            None => self.show_tiles(ui, size),
        }
    }

    fn show_shapes(&self, ui: &mut Ui, size: Vec2, shapes: &AreaShapes) -> MapResponse {
        let (rect, own) = ui.allocate_exact_size(size, Sense::hover());
        let map = ui.interact(rect, own.id.with("map"), Sense::CLICK | Sense::FOCUSABLE);
        map.widget_info(|| WidgetInfo::labeled(Role::List, true, self.name));
        let frame = shapes.frame(rect.shrink(space::S));
        let place = |id: AreaId| shapes.place(id).map(|place| (place.x, place.y));
        let mut response = self.by_keyboard(ui, &map, place);
        let under =
            |place: egui::Pos2| shapes.at(&frame, place).filter(|id| self.areas.iter().any(|area| area.id == *id));
        response.hovered = map.hover_pos().and_then(under);
        if map.clicked() {
            let clicked = map.interact_pointer_pos().and_then(under);
            self.click(ui, &mut response, clicked);
            map.request_focus();
        }
        self.paint_shapes(ui, shapes, &frame, response.hovered.or(self.hovered));
        for area in self.areas {
            let Some((inner, _)) = shapes.inner(&frame, area.id) else { continue };
            let name = self.spoken(area);
            let place = Rect::from_center_size(inner, Vec2::splat(2.0));
            let item = ui.interact(place, map.id.with(area.id), Sense::hover());
            item.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
        }
        if let Some(area) = self.areas.iter().find(|area| response.hovered == Some(area.id)) {
            map.clone().on_hover_ui_at_pointer(|ui| {
                super::choice::tooltip_lines(ui, &area.name, std::slice::from_ref(&area.note));
            });
        }
        paint::focus_ring(ui, &map, rect.shrink(4.0));
        response
    }

    fn spoken(&self, area: &MapArea) -> String {
        let selected = self.selected == Some(area.id);
        let name = match self.colours {
            Colours::Need | Colours::Deviation => {
                words::map_area(&area.name, area.rank, area.class, self.classes, selected)
            }
            Colours::Types => words::map_type(&area.name, area.class.map(type_letter).as_deref(), selected),
        };
        if self.is_chosen(area.id) { words::in_selection(&name) } else { name }
    }

    fn is_chosen(&self, area: AreaId) -> bool {
        self.chosen.is_some_and(|chosen| chosen.contains(&area))
    }

    /// The class that an area is coloured by; none is hatched, an absent one is plain.
    fn shown_class(&self, area: &MapArea) -> Shown {
        match area.class {
            None => Shown::NoValue,
            Some(class) if self.left_out.contains(&class) => Shown::FilteredOut,
            Some(class) => Shown::Class(class),
        }
    }

    /// A click chooses an area; with Strg or Umschalt it joins or leaves the selected set.
    fn click(&self, ui: &Ui, response: &mut MapResponse, area: Option<AreaId>) {
        let joins = self.chosen.is_some() && ui.input(|input| input.modifiers.command || input.modifiers.shift);
        if joins {
            response.toggled = area.or(response.toggled);
        } else {
            response.selected = area.or(response.selected);
        }
    }

    /// Arrows go to the neighbour, with Umschalt they take it into the selected set; Leertaste takes in or out.
    fn by_keyboard(&self, ui: &Ui, map: &Response, place: impl Fn(AreaId) -> Option<(f32, f32)>) -> MapResponse {
        let selected = self.keys(ui, map, place);
        let extends = selected.is_some() && self.chosen.is_some() && ui.input(|input| input.modifiers.shift);
        MapResponse { selected, hovered: None, toggled: self.space(ui, map), extends }
    }

    fn space(&self, ui: &Ui, map: &Response) -> Option<AreaId> {
        let pressed = self.chosen.is_some() && map.has_focus() && ui.input(|input| input.key_pressed(Key::Space));
        self.selected.filter(|_| pressed)
    }

    /// What stands in the pill: the rank, or the letter of the type.
    fn mark(&self, area: &MapArea) -> Option<String> {
        match self.colours {
            Colours::Need | Colours::Deviation => area.rank.map(|rank| rank.to_string()),
            Colours::Types => area.class.map(type_letter),
        }
    }

    /// Fills, hatch, borders, outlines of the Aktionsräume, the selection, and the ranks, in this order.
    fn paint_shapes(&self, ui: &Ui, shapes: &AreaShapes, frame: &MapFrame, hovered: Option<AreaId>) {
        let tokens = tokens(ui);
        let by_id: HashMap<AreaId, &MapArea> = self.areas.iter().map(|area| (area.id, area)).collect();
        let known = |id: AreaId| by_id.get(&id).copied();
        let fill = |id: AreaId| {
            color32(match known(id).map_or(Shown::NoValue, |area| self.shown_class(area)) {
                Shown::Class(class) => self.fill(ui, class),
                Shown::FilteredOut => tokens.surface,
                Shown::NoValue => tokens.nodata,
            })
        };
        ui.painter().add(egui::Shape::mesh(shapes.mesh(frame, fill)));
        for id in shapes.areas().filter(|id| known(*id).is_none_or(|area| area.class.is_none())) {
            for hatch in shapes.hatch(frame, id) {
                ui.painter().line_segment(hatch, line(stroke::LINE, tokens.hatch));
            }
        }
        let outline = |id: AreaId, width: f32, color: Color| {
            for ring in shapes.outlines(frame, id) {
                ui.painter().add(egui::Shape::closed_line(ring, line(width, color)));
            }
        };
        shapes.areas().for_each(|id| outline(id, stroke::LINE, tokens.frame));
        for area in self.areas.iter().filter(|area| area.outlined || hovered == Some(area.id)) {
            outline(area.id, stroke::OUTLINE, tokens.text);
        }
        for area in self.areas.iter().filter(|area| self.is_chosen(area.id)) {
            outline(area.id, 4.0, tokens.surface);
            outline(area.id, stroke::FOCUS, tokens.accent);
        }
        if let Some(selected) = self.selected {
            outline(selected, 5.0, tokens.surface);
            outline(selected, stroke::SELECTION, tokens.accent);
        }
        for area in self.areas {
            let Some((inner, room)) = shapes.inner(frame, area.id) else { continue };
            let selected = self.selected == Some(area.id);
            if let Some(mark) = self.mark(area).filter(|_| selected || (room.x > 24.0 && room.y > 20.0)) {
                self.pill(ui, inner, &mark, selected);
            }
        }
    }

    fn show_tiles(&self, ui: &mut Ui, size: Vec2) -> MapResponse {
        let (rect, own) = ui.allocate_exact_size(size, Sense::hover());
        let map = ui.interact(rect, own.id.with("map"), Sense::focusable_noninteractive());
        map.widget_info(|| WidgetInfo::labeled(Role::List, true, self.name));
        let place = |id: AreaId| {
            let tile = self.areas.iter().find(|area| area.id == id)?.tile?;
            Some((f32::from(tile.column), f32::from(tile.row)))
        };
        let mut response = self.by_keyboard(ui, &map, place);
        let Some(grid) = Grid::fitting(rect, self.areas) else { return response };
        let mut order: Vec<&MapArea> = self.areas.iter().collect();
        order.sort_by_key(|area| (self.selected == Some(area.id), area.outlined));
        for area in order {
            let Some(tile) = area.tile else { continue };
            let place = snap(ui, grid.place(tile));
            let mouse = ui.interact(place, map.id.with(area.id), Sense::CLICK);
            let selected = self.selected == Some(area.id);
            let name = self.spoken(area);
            mouse.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
            self.tile(ui, place, area, selected, mouse.hovered() || self.hovered == Some(area.id));
            if mouse.clicked() {
                self.click(ui, &mut response, Some(area.id));
                map.request_focus();
            }
            if mouse.hovered() {
                response.hovered = Some(area.id);
            }
            mouse.on_hover_ui_at_pointer(|ui| {
                super::choice::tooltip_lines(ui, &area.name, std::slice::from_ref(&area.note));
            });
        }
        paint::focus_ring(ui, &map, rect.shrink(4.0));
        response
    }

    fn fill(&self, ui: &Ui, class: usize) -> Color {
        if let Some(color) = self.colors.and_then(|colors| colors.get(class)) {
            return *color;
        }
        let palettes = &tokens(ui).palettes;
        match self.colours {
            Colours::Need => palettes.need(class, self.classes),
            Colours::Deviation => palettes.deviation(class, self.classes),
            Colours::Types => palettes.theme(class),
        }
    }

    fn tile(&self, ui: &Ui, rect: Rect, area: &MapArea, selected: bool, hovered: bool) {
        let tokens = tokens(ui);
        let round = CornerRadius::same(radius::BAR);
        let fill = match self.shown_class(area) {
            Shown::Class(class) => Some(self.fill(ui, class)),
            Shown::FilteredOut => Some(tokens.surface),
            Shown::NoValue => None,
        };
        match fill {
            Some(fill) => {
                ui.painter().rect_filled(rect, round, color32(fill));
            }
            None => paint::hatched_bar(ui.painter(), rect, tokens.nodata, tokens.hatch, None),
        }
        let edge = line(stroke::LINE, tokens.frame);
        ui.painter().rect_stroke(rect, round, edge, StrokeKind::Inside);
        if area.outlined || hovered {
            ui.painter().rect_stroke(rect, round, line(stroke::OUTLINE, tokens.text), StrokeKind::Inside);
        }
        if self.is_chosen(area.id) && !selected {
            ui.painter().rect_stroke(rect, round, line(4.0, tokens.surface), StrokeKind::Inside);
            ui.painter().rect_stroke(rect, round, line(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
        }
        if selected {
            ui.painter().rect_stroke(rect, round, line(5.0, tokens.surface), StrokeKind::Middle);
            ui.painter().rect_stroke(rect, round, line(stroke::SELECTION, tokens.accent), StrokeKind::Middle);
        }
        let ink = fill.map_or(tokens.text2, Color::readable_on);
        let galley = name_galley(ui, self.areas, &area.name, ink, rect.width() - 6.0);
        let mark = self.mark(area).filter(|_| rect.height() > 34.0);
        let pill = mark.is_some();
        let middle = if pill { f32::midpoint(rect.top() + 20.0, rect.bottom()) } else { rect.center().y };
        paint::put(ui, ui.painter(), pos2(rect.center().x, middle.floor()), Align2::CENTER_CENTER, galley);
        if let Some(mark) = mark {
            self.pill(ui, pos2(rect.center().x, rect.top() + 12.0), &mark, selected);
        }
    }

    fn pill(&self, ui: &Ui, center: egui::Pos2, mark: &str, selected: bool) {
        let tokens = tokens(ui);
        let (ground, ink) = if selected { (tokens.accent, tokens.on_accent) } else { (tokens.surface, tokens.text) };
        let words = paint::galley(ui, mark, TypeStyle::SmallStrong, ink);
        let rect = snap(ui, Rect::from_center_size(center, vec2((words.size().x + 8.0).max(18.0), 17.0)));
        ui.painter().rect_filled(rect, CornerRadius::same(radius::BADGE), color32(ground));
        paint::put(ui, ui.painter(), rect.center(), Align2::CENTER_CENTER, words);
    }

    /// Arrows walk to the nearest area in that direction.
    fn keys(&self, ui: &Ui, map: &Response, place: impl Fn(AreaId) -> Option<(f32, f32)>) -> Option<AreaId> {
        if !map.has_focus() {
            return None;
        }
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(map.id, arrows));
        let keys = [
            (Key::ArrowLeft, (-1.0, 0.0)),
            (Key::ArrowRight, (1.0, 0.0)),
            (Key::ArrowUp, (0.0, -1.0)),
            (Key::ArrowDown, (0.0, 1.0)),
        ];
        let (_, step) = keys.into_iter().find(|(key, _)| ui.input(|input| input.key_pressed(*key)))?;
        let placed: Vec<(AreaId, (f32, f32))> =
            self.areas.iter().filter_map(|area| Some((area.id, place(area.id)?))).collect();
        match self.selected.and_then(&place) {
            Some(from) => neighbour(&placed, from, step),
            None => placed.first().map(|(id, _)| *id),
        }
    }
}

/// How an area is coloured.
enum Shown {
    /// By its class.
    Class(usize),
    /// Not, because the legend has filtered its class out.
    FilteredOut,
    /// Hatched.
    NoValue,
}

/// A legend whose classes are switched on and off by click or Leertaste; returns the class that was switched. Each
/// row is a label with its colour; `left_out` are the classes that are off.
pub fn filter_legend(
    ui: &mut Ui,
    title: &str,
    rows: &[(String, Color)],
    left_out: &[usize],
    outline: Option<&str>,
) -> Option<usize> {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 1.0;
    super::text::small(ui, title);
    let mut switched = None;
    for (class, (label, fill)) in rows.iter().enumerate() {
        let off = left_out.contains(&class);
        let response = legend_row_sensing(ui, label, Sense::click(), off, |ui, rect| {
            if !off {
                ui.painter().rect_filled(rect, 0.0, color32(*fill));
            }
            ui.painter().rect_stroke(rect, 0.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
        });
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, !off, label));
        paint::focus_ring(ui, &response, response.rect.shrink(2.0));
        if response.clicked() {
            switched = Some(class);
        }
        response.on_hover_text(words::LEGEND_FILTER);
    }
    legend_row(ui, words::NO_VALUE, |ui, rect| {
        paint::hatched_bar(ui.painter(), rect, tokens.nodata, tokens.hatch, None);
    });
    if let Some(outline) = outline {
        legend_row(ui, outline, |ui, rect| {
            ui.painter().rect_stroke(rect, 0.0, line(stroke::OUTLINE, tokens.text), StrokeKind::Inside);
        });
    }
    switched
}

/// The legend: classes with their borders, „kein Wert" always, the outline where it is used.
pub fn legend(ui: &mut Ui, title: &str, labels: &[String], deviation: bool, outline: Option<&str>) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 1.0;
    super::text::small(ui, title);
    for (class, label) in labels.iter().enumerate() {
        let fill = if deviation {
            tokens.palettes.deviation(class, labels.len())
        } else {
            tokens.palettes.need(class, labels.len())
        };
        legend_row(ui, label, |ui, rect| {
            ui.painter().rect_filled(rect, 0.0, color32(fill));
            ui.painter().rect_stroke(rect, 0.0, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
        });
    }
    legend_row(ui, words::NO_VALUE, |ui, rect| {
        paint::hatched_bar(ui.painter(), rect, tokens.nodata, tokens.hatch, None);
    });
    if let Some(outline) = outline {
        legend_row(ui, outline, |ui, rect| {
            ui.painter().rect_stroke(rect, 0.0, line(stroke::OUTLINE, tokens.text), StrokeKind::Inside);
        });
    }
}

fn legend_row(ui: &mut Ui, words: &str, paint_swatch: impl FnOnce(&Ui, Rect)) {
    let response = legend_row_sensing(ui, words, Sense::hover(), false, paint_swatch);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

fn legend_row_sensing(
    ui: &mut Ui,
    words: &str,
    sense: Sense,
    off: bool,
    paint_swatch: impl FnOnce(&Ui, Rect),
) -> Response {
    let color = if off { tokens(ui).disabled } else { tokens(ui).text2 };
    let galley = paint::galley(ui, words, TypeStyle::Small, color);
    let (rect, response) = ui.allocate_exact_size(vec2(24.0 + galley.size().x, 17.0), sense);
    let swatch = snap(ui, Rect::from_center_size(rect.left_center() + vec2(9.0, 0.0), vec2(18.0, 11.0)));
    paint_swatch(ui, swatch);
    paint::put(ui, ui.painter(), pos2(rect.left() + 24.0, rect.center().y), Align2::LEFT_CENTER, galley);
    response
}

/// The part of a name that tells its area from the others: `Bodelschwingh`, but `Lindenhorst` beside another Eving.
fn distinct_part<'n>(areas: &[MapArea], name: &'n str) -> &'n str {
    let first = |name: &'n str| name.split(['/', ' ']).next().unwrap_or(name);
    let shared = areas.iter().filter(|area| area.name.split(['/', ' ']).next() == Some(first(name))).count() > 1;
    if shared { name.rsplit('/').next().unwrap_or(name) } else { first(name) }
}

fn name_galley(ui: &Ui, areas: &[MapArea], name: &str, ink: Color, width: f32) -> std::sync::Arc<egui::Galley> {
    let short = distinct_part(areas, name);
    let whole = paint::galley(ui, name, TypeStyle::Tiny, ink);
    if whole.size().x <= width { whole } else { paint::elided(ui, short, TypeStyle::Tiny, ink, width) }
}

/// The nearest place ahead; sideways steps count double, so the area straight ahead wins.
fn neighbour(placed: &[(AreaId, (f32, f32))], from: (f32, f32), (across, down): (f32, f32)) -> Option<AreaId> {
    let steps = |to: (f32, f32)| {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        (dx * across + dy * down, (dx * down).abs() + (dy * across).abs())
    };
    let ahead = placed.iter().filter(|(_, to)| steps(*to).0 > 1e-6);
    let distance = |to: (f32, f32)| steps(to).0 + 2.0 * steps(to).1;
    ahead.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)).then(a.0.cmp(&b.0))).map(|(id, _)| *id)
}

/// Where tiles stand inside the rectangle.
struct Grid {
    left_top: egui::Pos2,
    tile: Vec2,
    first: (u8, u8),
}

impl Grid {
    fn fitting(rect: Rect, areas: &[MapArea]) -> Option<Grid> {
        let columns = || areas.iter().filter_map(|area| area.tile).map(|tile| tile.column);
        let rows = || areas.iter().filter_map(|area| area.tile).map(|tile| tile.row);
        let (left, top) = (columns().min()?, rows().min()?);
        let across = f32::from(columns().max()? - left) + 1.0;
        let down = f32::from(rows().max()? - top) + 1.0;
        let width = (rect.width() / across).min(120.0).floor();
        let height = (rect.height() / down).min(width * 0.8).floor();
        let tile = vec2(width, height);
        let size = vec2(across * tile.x, down * tile.y);
        let left_top = Rect::from_center_size(rect.center(), size).min.floor();
        Some(Grid { left_top, tile, first: (left, top) })
    }

    fn place(&self, tile: Tile) -> Rect {
        let (column, row) = (f32::from(tile.column - self.first.0), f32::from(tile.row - self.first.1));
        let min = self.left_top + vec2(column * self.tile.x, row * self.tile.y);
        Rect::from_min_size(min, self.tile).shrink(space::HAIR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui_kittest::kittest::Queryable as _;

    fn area(id: i64, name: &str, column: u8, row: u8) -> MapArea {
        MapArea {
            id: AreaId(id),
            name: name.to_owned(),
            tile: Some(Tile { column, row }),
            class: Some(4),
            rank: Some(5),
            outlined: true,
            note: String::new(),
        }
    }

    #[test]
    fn areas_that_begin_alike_are_told_apart_by_their_end() {
        let areas =
            [area(1, "Eving/Lindenhorst", 0, 0), area(2, "Eving/Kemminghausen", 1, 0), area(3, "Derne/Grevel", 2, 0)];
        let shown: Vec<&str> = areas.iter().map(|area| distinct_part(&areas, &area.name)).collect();
        assert_eq!(shown, ["Lindenhorst", "Kemminghausen", "Derne"]);
    }

    #[test]
    fn arrows_walk_to_the_neighbour() {
        let placed =
            [(AreaId(1), (0.0, 0.0)), (AreaId(2), (1.0, 0.0)), (AreaId(3), (0.0, 1.0)), (AreaId(4), (0.9, 0.8))];
        assert_eq!(neighbour(&placed, (0.0, 0.0), (1.0, 0.0)), Some(AreaId(2)));
        assert_eq!(neighbour(&placed, (0.0, 0.0), (0.0, 1.0)), Some(AreaId(3)));
        assert_eq!(neighbour(&placed, (0.0, 0.0), (-1.0, 0.0)), None);
    }

    #[test]
    fn an_area_is_heard_with_rank_and_class_and_chosen_by_click() {
        let mut harness = testing::harness(Some(AreaId(1)), |ui, selected| {
            let areas = [area(1, "Marten", 0, 0), area(2, "Dorstfeld", 1, 0)];
            let response = AreaMap::new("Bedarfsindex", &areas, 5).selected(*selected).show(ui, vec2(300.0, 200.0));
            *selected = response.selected.or(*selected);
        });
        assert!(harness.query_by_label("Marten, Rang 5, Klasse 5 von 5, ausgewählt").is_some());
        harness.get_by_label("Dorstfeld, Rang 5, Klasse 5 von 5").click();
        harness.run();
        assert_eq!(*harness.state(), Some(AreaId(2)));
    }
}
