//! Search and commands (Strg+K): areas, indicators, measures, what is known on site, text and actions in one list.

use super::widget::style::{color32, line, rich};
use super::widget::{icon, paint, text as label};
use super::{ACTIONS, Entry, Inspected, Intent, PanelCx, Section, UiAction, section_label};
use crate::domain::{
    Akteur, Aktionsbuero, Angebot, AreaId, Aussage, Beschluss, Erfahrung, Gremium, Massnahme, Netzwerk, Niederschrift,
    Wiedervorlage, Ziel,
};
use crate::text;
use crate::text::fold::plain_letter;
use crate::text::panel::shell as words;
use crate::text::report::measure_number;
use crate::theme::{TypeStyle, radius, stroke};
use egui::{Align, Align2, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, ScrollArea, Sense, Ui, vec2};

const WIDTH: f32 = 618.0;
const MOST_PER_GROUP: usize = 6;
/// Room for the keys of a command.
const KEYS: f32 = 120.0;
/// Share of a line that its label may take where more stands beside it.
const LABEL: f32 = 0.68;

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
    /// The area of an entry.
    area: Option<AreaId>,
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
            ScrollArea::vertical().max_height(400.0).min_scrolled_height(400.0).auto_shrink([false, true]).show(
                ui,
                |ui| {
                    if hits.is_empty() {
                        Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| label::hint(ui, words::NO_HITS));
                    }
                    let mut group = "";
                    for (at, hit) in hits.iter().enumerate() {
                        if hit.group != group {
                            group = hit.group;
                            Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 8, bottom: 4 }).show(
                                ui,
                                |ui| {
                                    label::small(ui, group);
                                },
                            );
                        }
                        if row(ui, cx, hit, at == self.current, &self.query).clicked() {
                            chosen = Some(at);
                        }
                    }
                },
            );
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
    let keys_width = if hit.keys.is_empty() { 0.0 } else { KEYS };
    let room = rect.width() - 42.0 - 14.0 - keys_width;
    let mut job = marked(&hit.label, query, cx);
    job.wrap = egui::text::TextWrapping::truncate_at_width(if hit.hint.is_empty() { room } else { room * LABEL });
    let galley = painter.layout_job(job);
    let text_at = egui::pos2(rect.left() + 42.0, middle - galley.size().y / 2.0);
    let end = text_at.x + galley.size().x + 10.0;
    painter.galley(text_at, galley, color32(tokens.text));
    if !hit.hint.is_empty() {
        let left = rect.right() - 14.0 - keys_width - end;
        let hint = paint::elided(ui, &hit.hint, TypeStyle::Small, tokens.text2, left);
        paint::put(ui, ui.painter(), egui::pos2(end, middle), Align2::LEFT_CENTER, hint);
    }
    let painter = ui.painter();
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

/// Byte range in which the query stands in the text, regardless of case and umlauts, however these are written:
/// `ä`, `ae` or `a`.
fn find(text: &str, query: &str) -> Option<(usize, usize)> {
    let needle: Vec<char> = query.trim().chars().map(plain_letter).collect();
    find_folded(text, &needle).or_else(|| {
        let spelled = ["ae", "oe", "ue", "ss"].into_iter().zip(["a", "o", "u", "s"]);
        let plain: String = needle.iter().collect();
        let shorter = spelled.fold(plain.clone(), |words, (long, short)| words.replace(long, short));
        (shorter != plain).then(|| find_folded(text, &shorter.chars().collect::<Vec<_>>())).flatten()
    })
}

fn find_folded(text: &str, needle: &[char]) -> Option<(usize, usize)> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, plain_letter(letter))).collect();
    (0..=letters.len().checked_sub(needle.len())?).find_map(|start| {
        let end = start + needle.len();
        let same = letters[start..end].iter().map(|(_, letter)| *letter).eq(needle.iter().copied());
        let end_byte = letters.get(end).map_or(text.len(), |(at, _)| *at);
        same.then(|| (letters.get(start).map_or(text.len(), |(at, _)| *at), end_byte))
    })
}

fn hits(query: &str, cx: &PanelCx) -> Vec<Hit> {
    if query.trim().is_empty() {
        return action_hits(cx);
    }
    let mut all = area_hits(cx);
    all.extend(indicator_hits(cx));
    // What belongs to the current area comes first.
    let mut entries = plan_hits(cx);
    entries.extend(service_hits(cx));
    let mut site = actor_hits(cx);
    site.extend(participation_hits(cx));
    site.extend(experience_hits(cx));
    for mut group in [entries, site] {
        group.sort_by_key(|hit| hit.area.is_some() && hit.area != cx.focus.area);
        all.extend(group);
    }
    all.extend(procedure_hits(cx));
    all.extend(tab_hits(cx));
    all.extend(text_hits(query, cx));
    all.extend(action_hits(cx));
    let mut shown: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    all.retain(|hit| {
        let matches = hit.group == words::GROUP_TEXT || hit.answers(query);
        let count = shown.entry(hit.group).or_default();
        *count += usize::from(matches);
        matches && *count <= MOST_PER_GROUP
    });
    all
}

impl Hit {
    /// Whether every word of the query stands in the label or the words beside it, one of them in the label.
    fn answers(&self, query: &str) -> bool {
        let mut words = query.split_whitespace();
        let whole = find(&self.label, query).is_some();
        let somewhere = |word: &str| find(&self.label, word).is_some() || find(&self.hint, word).is_some();
        whole || (words.clone().all(somewhere) && words.any(|word| find(&self.label, word).is_some()))
    }
}

fn go(section: Section) -> Intent {
    Intent::Action(UiAction::GoTo(section))
}

fn hit(group: &'static str, icon: &'static str, label: String, hint: String, intents: Vec<Intent>) -> Hit {
    Hit { group, icon, label, hint, keys: String::new(), area: None, intents }
}

/// An entry that opens where it is edited; beside it stand its kind, its area and what else is known.
fn entry_hit(
    cx: &PanelCx,
    (group, icon): (&'static str, &'static str),
    label: String,
    (kind, fact): (&str, &str),
    entry: Entry,
) -> Option<Hit> {
    let area = entry.area(cx.snapshot, cx.focus.area)?;
    let place = cx.snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let hint = [kind, place, fact].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
    Some(Hit { area: Some(area), ..hit(group, icon, label, hint, vec![Intent::Open { area, entry }]) })
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

const PLAN: &str = words::GROUP_MEASURES;
const SITE: &str = words::GROUP_SITE;

/// Measures and goals.
fn plan_hits(cx: &PanelCx) -> Vec<Hit> {
    let measure = |massnahme: &Massnahme| {
        let label = format!("{} {}", measure_number(massnahme.number), massnahme.titel);
        let facts = (words::MEASURE, text::beschlussstand(massnahme.beschlussstand));
        entry_hit(cx, (PLAN, icon::LIST_CHECKS), label, facts, Entry::Massnahme(massnahme.id))
    };
    let goal =
        |ziel: &Ziel| entry_hit(cx, (PLAN, icon::TARGET), ziel.text.clone(), (words::GOAL, ""), Entry::Ziel(ziel.id));
    let programmes = || cx.snapshot.programmes.iter();
    let measures = programmes().flat_map(|programme| &programme.massnahmen).filter_map(measure);
    measures.chain(programmes().flat_map(|programme| &programme.ziele).filter_map(goal)).collect()
}

fn service_hits(cx: &PanelCx) -> Vec<Hit> {
    let service = |angebot: &Angebot| {
        let until = angebot.funded.until().map_or_else(String::new, words::funded_until);
        let facts = (words::SERVICE, until.as_str());
        entry_hit(cx, (PLAN, icon::BUILDINGS), angebot.name.clone(), facts, Entry::Angebot(angebot.id))
    };
    cx.snapshot.vor_ort.angebote.iter().filter_map(service).collect()
}

/// Organisations, networks and Aktionsbüros.
fn actor_hits(cx: &PanelCx) -> Vec<Hit> {
    let site = &cx.snapshot.vor_ort;
    let actor = |akteur: &Akteur| {
        let facts = (text::akteur_role(akteur.role), "");
        entry_hit(cx, (SITE, icon::USERS), akteur.name.clone(), facts, Entry::Akteur(akteur.id))
    };
    let network = |netzwerk: &Netzwerk| {
        let facts = (words::NETWORK, "");
        entry_hit(cx, (SITE, icon::USERS_THREE), netzwerk.name.clone(), facts, Entry::Netzwerk(netzwerk.id))
    };
    let office = |buero: &Aktionsbuero| {
        let name = cx.snapshot.data.area(buero.area).map_or("", |area| area.name.as_str());
        let intents = vec![Intent::Open { area: buero.area, entry: Entry::Aktionsbuero }];
        let found = hit(SITE, icon::BUILDINGS, words::office(name), buero.place.clone(), intents);
        Hit { area: Some(buero.area), ..found }
    };
    let offices = site.aktionsbueros.iter().map(office);
    let actors = site.akteure.iter().filter_map(actor);
    actors.chain(site.netzwerke.iter().filter_map(network)).chain(offices).collect()
}

/// Events with their theses and ideas, and statements.
fn participation_hits(cx: &PanelCx) -> Vec<Hit> {
    let site = &cx.snapshot.vor_ort;
    let mut all = Vec::new();
    for event in &site.veranstaltungen {
        let date = event.date.map_or_else(String::new, text::date);
        let entry = Entry::Veranstaltung(event.id);
        let facts = (text::veranstaltungsform(event.form), date.as_str());
        all.extend(entry_hit(cx, (SITE, icon::CALENDAR_BLANK), event.title.clone(), facts, entry));
        let ideas = site.ideen.iter().filter(|idee| idee.veranstaltung == event.id);
        let ideas = ideas.map(|idee| (words::IDEA, &idee.text));
        for (kind, words) in ideas.chain(event.theses.iter().map(|these| (words::THESIS, &these.text))) {
            all.extend(entry_hit(cx, (SITE, icon::CHAT_CIRCLE_TEXT), words.clone(), (kind, &event.title), entry));
        }
    }
    let statement = |aussage: &Aussage| {
        let (source, _) = site.source_of(aussage);
        let facts = (words::STATEMENT, source);
        entry_hit(cx, (SITE, icon::QUOTES), aussage.text.clone(), facts, Entry::Aussage(aussage.id))
    };
    all.extend(site.aussagen.iter().filter_map(statement));
    all
}

/// What is written down in the procedure.
fn procedure_hits(cx: &PanelCx) -> Vec<Hit> {
    const GROUP: &str = words::GROUP_PROCEDURE;
    let verfahren = &cx.snapshot.verfahren;
    let due = |one: &Wiedervorlage| {
        let date = text::date(one.date);
        let facts = (words::WIEDERVORLAGE, date.as_str());
        entry_hit(cx, (GROUP, icon::CALENDAR_BLANK), one.text.clone(), facts, Entry::Wiedervorlage(one.id))
    };
    let committee = |one: &Gremium| {
        let opens = cx.focus.area.map(|area| Intent::Open { area, entry: Entry::Gremium(one.id) });
        let intents = vec![opens.unwrap_or(go(Section::Verfahren))];
        hit(GROUP, icon::USERS_THREE, one.name.clone(), words::GREMIUM.to_owned(), intents)
    };
    let matter = |one: &Beschluss| {
        let facts = (words::BESCHLUSS, one.drucksache.as_str());
        entry_hit(cx, (GROUP, icon::SEAL_CHECK), one.gegenstand.clone(), facts, Entry::Beschluss(one.id))
    };
    let minutes = |one: &Niederschrift| {
        let date = text::date(one.date);
        let facts = (words::NIEDERSCHRIFT, date.as_str());
        entry_hit(cx, (GROUP, icon::NOTE_PENCIL), one.arbeitsgruppe.clone(), facts, Entry::Niederschrift(one.id))
    };
    let mut all: Vec<Hit> = verfahren.wiedervorlagen.iter().filter_map(due).collect();
    all.extend(verfahren.gremien.iter().map(committee));
    all.extend(verfahren.beschluesse.iter().filter_map(matter));
    all.extend(verfahren.niederschriften.iter().filter_map(minutes));
    all
}

/// The tabs of all places, each with the name of its place.
fn tab_hits(cx: &PanelCx) -> Vec<Hit> {
    let of = |section: Section| {
        tab_labels(section).iter().map(move |label| {
            let opens = cx.focus.area.map(|area| Intent::Open { area, entry: Entry::Reiter(section, label) });
            let name = words::tab_of(section_label(section), label);
            hit(words::GROUP_TABS, icon::ARROW_RIGHT, name, String::new(), vec![opens.unwrap_or(go(section))])
        })
    };
    Section::in_order().chain(Section::FOOT).flat_map(of).collect()
}

/// How the tabs of a place begin.
fn tab_labels(section: Section) -> &'static [&'static str] {
    use crate::text::panel::{analyse, bedarf, berichte, daten, hilfe, programm, typen, verfahren, vor_ort, zeit};
    match section {
        Section::Uebersicht | Section::Einstellungen => &[],
        Section::Daten => &[daten::TAB_STOCK, daten::TAB_INDICATORS, daten::TAB_IMPORTS, daten::TAB_AREAS],
        Section::Analyse => &[analyse::PROFILE, analyse::TABLE, analyse::RELATION, zeit::TAB, typen::TAB],
        Section::Bedarf => &[
            bedarf::TAB_RANKING,
            bedarf::TAB_CHOICE,
            bedarf::TAB_VARIANTS,
            bedarf::TAB_SENSITIVITY,
            bedarf::TAB_METHOD,
        ],
        Section::VorOrt => &vor_ort::TABS,
        Section::Handlungsprogramm => {
            &[programm::TAB_TEXT, programm::TAB_GOALS, programm::TAB_MEASURES, programm::TAB_PLAN]
        }
        Section::Verfahren => &verfahren::TABS,
        Section::Berichte => &berichte::TABS,
        Section::Hilfe => &[hilfe::TAB_HELP, hilfe::TAB_METHOD, hilfe::TAB_HANDBOOK, hilfe::TAB_KEYS],
    }
}

fn experience_hits(cx: &PanelCx) -> Vec<Hit> {
    let experience = |one: &Erfahrung| {
        let facts = (words::EXPERIENCE, one.programme.as_str());
        entry_hit(cx, (SITE, icon::BOOK_OPEN), one.title.clone(), facts, Entry::Erfahrung(one.id))
    };
    cx.snapshot.vor_ort.erfahrungen.iter().filter_map(experience).collect()
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
            let intents = vec![Intent::Open { area, entry: Entry::Abschnitt(passage.section) }];
            Some(hit(words::GROUP_TEXT, icon::NOTE_PENCIL, label, name, intents))
        })
        .collect()
}

/// The surroundings of a byte range, cut at letters.
fn excerpt(text: &str, from: usize, to: usize) -> String {
    let start = text[..from].char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let end = text[to..].char_indices().nth(25).map_or(text.len(), |(at, _)| to + at);
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    format!("„…{}…“", words.join(" "))
}

fn action_hits(cx: &PanelCx) -> Vec<Hit> {
    ACTIONS
        .iter()
        .filter(|info| cx.disabled_reason(info.action).is_none() && info.action != UiAction::Palette)
        .map(|info| Hit {
            group: words::GROUP_COMMANDS,
            icon: icon::ARROW_RIGHT,
            label: info.action.label().to_owned(),
            hint: String::new(),
            keys: info.action.shortcut_text(),
            area: None,
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
        assert_eq!(find("Maßnahme", "massn"), Some((0, 5)));
        assert_eq!(find("Aktionsbüro", "buero"), Some((7, 12)));
        assert_eq!(find("Neue Räume", "neue"), Some((0, 4)));
        assert_eq!(find("Eving/Lindenhorst", "LINDEN"), Some((6, 12)));
        assert_eq!(find("ab", "abc"), None);
    }

    #[test]
    fn an_excerpt_never_cuts_a_letter() {
        assert_eq!(excerpt("Übergänge für Jugendliche", 13, 16), "„…Übergänge für Jugendliche…“");
    }
}
