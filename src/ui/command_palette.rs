//! Search and commands (Strg+K): areas, indicators, measures, text and actions in one list.

use super::widget::style::{color32, line, rich};
use super::widget::{icon, text as label};
use super::{ACTIONS, Inspected, Intent, PanelCx, Section, UiAction};
use crate::domain::AreaId;
use crate::text::panel::shell as words;
use crate::theme::{TypeStyle, radius, stroke};
use egui::{Align, Align2, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, ScrollArea, Sense, Ui, vec2};

const WIDTH: f32 = 618.0;
const MOST_PER_GROUP: usize = 6;

/// The palette while it is open.
#[derive(Default)]
pub struct CommandPalette {
    query: String,
    current: usize,
}

/// One line of the palette.
struct Hit {
    group: &'static str,
    icon: &'static str,
    label: String,
    hint: String,
    keys: String,
    intents: Vec<Intent>,
}

impl CommandPalette {
    /// Draws the palette. `false` once it is to be closed.
    pub fn show(&mut self, ctx: &Context, cx: &mut PanelCx) -> bool {
        let hits = hits(&self.query, cx);
        self.move_through(ctx, hits.len());
        let mut chosen = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)).then_some(self.current);
        let frame = Frame::NONE
            .fill(color32(cx.tokens.raised))
            .stroke(line(stroke::LINE, cx.tokens.frame))
            .corner_radius(radius::MENU);
        let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
        let modal = Modal::new(Id::unique("palette")).area(area).frame(frame).backdrop_color(color32(cx.tokens.scrim));
        let response = modal.show(ctx, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 0.0;
            self.field(ui, cx, hits.len());
            label::rule(ui);
            ScrollArea::vertical().max_height(400.0).auto_shrink([false, true]).show(ui, |ui| {
                if hits.is_empty() {
                    Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| label::hint(ui, words::NO_HITS));
                }
                let mut group = "";
                for (at, hit) in hits.iter().enumerate() {
                    if hit.group != group {
                        group = hit.group;
                        Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 8, bottom: 4 }).show(ui, |ui| {
                            label::small(ui, group);
                        });
                    }
                    if row(ui, cx, hit, at == self.current, &self.query).clicked() {
                        chosen = Some(at);
                    }
                }
            });
        });
        if let Some(hit) = chosen.and_then(|at| hits.into_iter().nth(at)) {
            for intent in hit.intents {
                cx.outbox.push(intent);
            }
            return false;
        }
        !response.should_close()
    }

    fn field(&mut self, ui: &mut Ui, cx: &PanelCx, hits: usize) {
        Frame::NONE.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_height(28.0);
                ui.label(rich(icon::MAGNIFYING_GLASS, TypeStyle::Title, cx.tokens.text2));
                let edit = egui::TextEdit::singleline(&mut self.query)
                    .hint_text(words::PALETTE_HINT)
                    .frame(Frame::NONE)
                    .align(egui::Align2::LEFT_CENTER)
                    .min_size(vec2(0.0, 28.0))
                    .font(super::widget::style::font(TypeStyle::Document))
                    .desired_width(WIDTH - 130.0);
                let response = ui.add(edit);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words::SEARCH));
                if response.changed() {
                    self.current = 0;
                }
                response.request_focus();
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| label::small(ui, &words::hits(hits)));
            });
        });
    }

    fn move_through(&mut self, ctx: &Context, hits: usize) {
        let (down, up) = ctx.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
        });
        if hits == 0 {
            self.current = 0;
        } else if down {
            self.current = (self.current + 1) % hits;
        } else if up {
            self.current = (self.current + hits - 1) % hits;
        }
        self.current = self.current.min(hits.saturating_sub(1));
    }
}

fn row(ui: &mut Ui, cx: &PanelCx, hit: &Hit, current: bool, query: &str) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, current, hit.label.clone()));
    let tokens = cx.tokens;
    let painter = ui.painter();
    if current {
        painter.rect_filled(rect, 0, color32(tokens.selected));
        let bar = egui::Rect::from_min_size(rect.min, vec2(stroke::SELECTION, rect.height()));
        painter.rect_filled(bar, 0, color32(tokens.accent));
        ui.scroll_to_rect(rect, None);
    } else if response.hovered() {
        painter.rect_filled(rect, 0, color32(tokens.hover));
    }
    let middle = rect.center().y;
    let painter = ui.painter();
    let icon_at = egui::pos2(rect.left() + 24.0, middle);
    painter.text(icon_at, Align2::CENTER_CENTER, hit.icon, egui::FontId::proportional(16.0), color32(tokens.text2));
    let galley = painter.layout_job(marked(&hit.label, query, cx));
    let text_at = egui::pos2(rect.left() + 42.0, middle - galley.size().y / 2.0);
    let end = text_at.x + galley.size().x;
    painter.galley(text_at, galley, color32(tokens.text));
    if !hit.hint.is_empty() {
        let font = super::widget::style::font(TypeStyle::Small);
        painter.text(egui::pos2(end + 10.0, middle), Align2::LEFT_CENTER, &hit.hint, font, color32(tokens.text2));
    }
    if !hit.keys.is_empty() {
        let font = super::widget::style::font(TypeStyle::Small);
        let at = egui::pos2(rect.right() - 14.0, middle);
        painter.text(at, Align2::RIGHT_CENTER, &hit.keys, font, color32(tokens.text3));
    }
    response
}

/// The label with the part that matched set off.
fn marked(text: &str, query: &str, cx: &PanelCx) -> egui::text::LayoutJob {
    use super::widget::style::font;
    let ink = color32(cx.tokens.text);
    let format = |style| egui::TextFormat::simple(font(style), ink);
    let mut job = egui::text::LayoutJob::default();
    let found = find(text, query).filter(|_| !query.trim().is_empty());
    let Some((from, to)) = found else {
        job.append(text, 0.0, format(TypeStyle::Body));
        return job;
    };
    job.append(&text[..from], 0.0, format(TypeStyle::Body));
    job.append(&text[from..to], 0.0, format(TypeStyle::BodyStrong));
    job.append(&text[to..], 0.0, format(TypeStyle::Body));
    job
}

/// A letter without case and diacritics: ä = a.
fn folded(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'ä' | 'à' | 'á' | 'â' => 'a',
        'ö' | 'ó' | 'ô' => 'o',
        'ü' | 'ú' | 'û' => 'u',
        'é' | 'è' | 'ê' => 'e',
        'ß' => 's',
        other => other,
    }
}

/// Byte range in which the query stands in the text, regardless of case and umlauts.
fn find(text: &str, query: &str) -> Option<(usize, usize)> {
    let needle: Vec<char> = query.trim().chars().map(folded).collect();
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, folded(letter))).collect();
    (0..=letters.len().checked_sub(needle.len())?).find_map(|start| {
        let end = start + needle.len();
        let same = letters[start..end].iter().map(|(_, letter)| *letter).eq(needle.iter().copied());
        let end_byte = letters.get(end).map_or(text.len(), |(at, _)| *at);
        same.then(|| (letters.get(start).map_or(text.len(), |(at, _)| *at), end_byte))
    })
}

fn hits(query: &str, cx: &PanelCx) -> Vec<Hit> {
    let mut all = area_hits(cx);
    all.extend(indicator_hits(cx));
    all.extend(measure_hits(cx));
    all.extend(text_hits(query, cx));
    all.extend(action_hits(cx));
    if query.trim().is_empty() {
        all.retain(|hit| hit.group == words::GROUP_COMMANDS);
        return all;
    }
    let mut shown: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    all.retain(|hit| {
        let matches = hit.group == words::GROUP_TEXT || find(&hit.label, query).is_some();
        let count = shown.entry(hit.group).or_default();
        *count += usize::from(matches);
        matches && *count <= MOST_PER_GROUP
    });
    all
}

fn go(section: Section) -> Intent {
    Intent::Action(UiAction::GoTo(section))
}

fn hit(group: &'static str, icon: &'static str, label: String, hint: String, intents: Vec<Intent>) -> Hit {
    Hit { group, icon, label, hint, keys: String::new(), intents }
}

fn area_hits(cx: &PanelCx) -> Vec<Hit> {
    let data = &cx.snapshot.data;
    let select = |id: AreaId| vec![Intent::SelectArea(id), go(Section::Analyse)];
    data.areas
        .iter()
        .map(|area| {
            let hint = crate::text::area_level(area.level).to_owned();
            hit(words::GROUP_AREAS, icon::MAP_PIN, area.name.clone(), hint, select(area.id))
        })
        .collect()
}

fn indicator_hits(cx: &PanelCx) -> Vec<Hit> {
    let data = &cx.snapshot.data;
    data.indicators
        .iter()
        .map(|indicator| {
            let newest = data.periods_of(indicator.id).last().map(|period| period.id);
            let inspect = cx
                .focus
                .area
                .zip(newest)
                .map(|(area, period)| Intent::Inspect(Inspected::Value { indicator: indicator.id, area, period }));
            let intents = inspect.into_iter().chain([go(Section::Analyse)]).collect();
            hit(words::GROUP_INDICATORS, icon::PERCENT, indicator.name.clone(), indicator.dimension.clone(), intents)
        })
        .collect()
}

fn measure_hits(cx: &PanelCx) -> Vec<Hit> {
    let data = &cx.snapshot.data;
    let name = |area| data.area(area).map_or_else(String::new, |area| area.name.clone());
    let measures = cx
        .snapshot
        .programmes
        .iter()
        .flat_map(|programme| programme.massnahmen.iter().map(move |massnahme| (programme.area, massnahme)));
    let measures = measures.map(|(area, massnahme)| {
        let label = format!("M-{:02} {}", massnahme.number, massnahme.titel);
        let intents = vec![Intent::SelectArea(area), go(Section::Handlungsprogramm)];
        hit(words::GROUP_MEASURES, icon::LIST_CHECKS, label, name(area), intents)
    });
    let services = cx.snapshot.vor_ort.angebote.iter().map(|angebot| {
        let intents = vec![Intent::SelectArea(angebot.area), go(Section::VorOrt)];
        hit(words::GROUP_MEASURES, icon::BUILDINGS, angebot.name.clone(), name(angebot.area), intents)
    });
    measures.chain(services).collect()
}

fn text_hits(query: &str, cx: &PanelCx) -> Vec<Hit> {
    let data = &cx.snapshot.data;
    let passages = cx
        .snapshot
        .programmes
        .iter()
        .flat_map(|programme| programme.passages.iter().map(move |passage| (programme.area, passage)));
    passages
        .filter_map(|(area, passage)| {
            let (from, to) = find(&passage.text, query).filter(|_| query.trim().chars().count() >= 3)?;
            let label = excerpt(&passage.text, from, to);
            let name = data.area(area).map_or_else(String::new, |area| area.name.clone());
            let intents = vec![Intent::SelectArea(area), go(Section::Handlungsprogramm)];
            Some(hit(words::GROUP_TEXT, icon::NOTE_PENCIL, label, name, intents))
        })
        .collect()
}

/// The surroundings of a byte range, cut at letters.
fn excerpt(text: &str, from: usize, to: usize) -> String {
    let start = text[..from].char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let end = text[to..].char_indices().nth(25).map_or(text.len(), |(at, _)| to + at);
    format!("„…{}…“", &text[start..end])
}

fn action_hits(cx: &PanelCx) -> Vec<Hit> {
    ACTIONS
        .iter()
        .filter(|info| info.action.disabled_reason(Some(cx.snapshot)).is_none() && info.action != UiAction::Palette)
        .map(|info| Hit {
            group: words::GROUP_COMMANDS,
            icon: icon::ARROW_RIGHT,
            label: info.action.label().to_owned(),
            hint: String::new(),
            keys: info.action.shortcut_text(),
            intents: vec![Intent::Action(info.action)],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_and_case_do_not_matter() {
        assert_eq!(find("Hörde", "hor"), Some((0, 4)));
        assert_eq!(find("Maßnahme", "massn"), None);
        assert_eq!(find("Eving/Lindenhorst", "LINDEN"), Some((6, 12)));
        assert_eq!(find("ab", "abc"), None);
    }

    #[test]
    fn an_excerpt_never_cuts_a_letter() {
        assert_eq!(excerpt("Übergänge für Jugendliche", 13, 16), "„…Übergänge für Jugendliche…“");
    }
}
