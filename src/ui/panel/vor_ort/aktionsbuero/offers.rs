//! Common core and local cut: what is offered, and which need each offer answers.

use super::super::evidence::{Evidence, evidence};
use super::super::{locked, short_name};
use super::{block_head, needs_block};
use crate::domain::{Aktionsbuero, Bueroangebot};
use crate::programme::{CatalogueOffer, OfferFit, OfficeNeed, offer_fit, office_catalogue, services_like};
use crate::text::panel::aktionsbuero as words;
use crate::theme::{TypeStyle, radius, space, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field, check_box_named};
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Inspected, Intent, PanelCx};
use egui::accesskit::Role;
use egui::{Align, Align2, CornerRadius, Frame, Layout, Margin, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 48.0;
/// Share of a row that the needs may take.
const RIGHT: f32 = 0.46;

/// An offer as a row shows it.
struct Line<'a> {
    title: &'a str,
    description: &'a str,
    /// Its place in the office; none where it was not chosen.
    at: Option<usize>,
    is_core: bool,
    needs: &'a [String],
    /// A quiet word below the needs.
    note: String,
    /// What the offer overlaps with; empty where nothing does the same.
    overlap: String,
}

/// Draws both blocks; `offer` is the one being edited.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut PanelCx,
    (office, needs): (&Aktionsbuero, &[OfficeNeed]),
    changed: &mut Aktionsbuero,
    offer: &mut Option<usize>,
) {
    let catalogue = office_catalogue();
    block_head(ui, cx, words::CORE, words::CORE_NOTE, |ui, cx| {
        let (place, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        paint::icon(ui, place.center(), icon::LOCK_SIMPLE, 16.0, cx.tokens.text3);
    });
    let places = |core: bool| {
        let all = office.offers.iter().enumerate();
        all.filter(move |(_, one)| catalogue.is_core(one) == core).map(|(at, _)| at).collect::<Vec<usize>>()
    };
    for at in places(true) {
        chosen(ui, cx, (office, needs), at, changed, offer);
    }
    needs_block(ui, cx, office, needs);
    let own = places(false);
    tailored_head(ui, cx, (office, needs), &own, changed, offer);
    for at in own {
        chosen(ui, cx, (office, needs), at, changed, offer);
    }
    for option in catalogue.options.iter().filter(|option| !is_chosen(office, option)) {
        proposed(ui, cx, office, option, changed);
    }
}

fn is_chosen(office: &Aktionsbuero, option: &CatalogueOffer) -> bool {
    office.offers.iter().any(|offer| offer.key == option.key)
}

fn tailored_head(
    ui: &mut Ui,
    cx: &mut PanelCx,
    (office, needs): (&Aktionsbuero, &[OfficeNeed]),
    own: &[usize],
    changed: &mut Aktionsbuero,
    offer: &mut Option<usize>,
) {
    let area = cx.area().map_or("", |area| area.name.as_str()).to_owned();
    let open = office_catalogue().options.iter().filter(|option| !is_chosen(office, option)).count();
    let with_need = own.iter().filter(|at| offer_fit(office, needs, **at) == OfferFit::Answers).count();
    let ranked = cx.derived.ranking().is_some();
    let note = words::chosen(own.len(), own.len() + open, ranked.then_some(with_need));
    block_head(ui, cx, &words::tailored_for(&area), &note, |ui, cx| {
        let button = Button::secondary(words::ADD_OFFER).icon(icon::PLUS).compact().disabled_reason(locked(cx));
        if button.show(ui).clicked() {
            changed.offers.push(Bueroangebot { title: words::NEW_OFFER.to_owned(), ..Bueroangebot::default() });
            *offer = Some(changed.offers.len() - 1);
        }
    });
}

/// An offer of the office; core offers stay, others can be taken out.
fn chosen(
    ui: &mut Ui,
    cx: &mut PanelCx,
    (office, needs): (&Aktionsbuero, &[OfficeNeed]),
    at: usize,
    changed: &mut Aktionsbuero,
    offer: &mut Option<usize>,
) {
    let Some(own) = office.offers.get(at) else { return };
    let is_core = office_catalogue().is_core(own);
    let fit = offer_fit(office, needs, at);
    let note = match fit {
        OfferFit::Answers => voices(cx, office, own),
        OfferFit::NotElevated if cx.derived.ranking().is_some() => words::not_elevated(&voices(cx, office, own)),
        OfferFit::NotElevated | OfferFit::Nothing => String::new(),
    };
    // What all offices share was agreed beside the services; only the local cut can double one.
    let overlap = if is_core { String::new() } else { overlap_of(cx, office, own) };
    let line = Line {
        title: &own.title,
        description: &own.description,
        at: Some(at),
        is_core,
        needs: &own.needs,
        note,
        overlap,
    };
    let done = ui.push_id(("angebot", at), |ui| row(ui, cx, office, &line, *offer == Some(at))).inner;
    if done.toggled {
        changed.offers.remove(at);
        *offer = None;
        return;
    }
    if done.edit {
        *offer = if *offer == Some(at) { None } else { Some(at) };
    }
    if *offer == Some(at) && changed.offers.len() == office.offers.len() {
        ui.push_id(("angebot-form", at), |ui| form(ui, cx, office, at, changed, offer));
    }
}

/// How many statements of the area speak of the needs of an offer.
fn voices(cx: &PanelCx, office: &Aktionsbuero, offer: &Bueroangebot) -> String {
    let own = cx.snapshot.vor_ort.aussagen.iter().filter(|one| one.area == office.area);
    let number = own.filter(|one| offer.needs.contains(&one.indicator)).count();
    if number == 0 { String::new() } else { words::voices(number) }
}

/// The services that do the same, with their use; empty where there are none.
fn overlap_of(cx: &PanelCx, office: &Aktionsbuero, offer: &Bueroangebot) -> String {
    let found = services_like(&cx.snapshot.vor_ort.angebote, office, offer);
    let words = found.iter().map(|angebot| words::overlaps_with(short_name(&angebot.name), angebot.use_percent));
    words.collect::<Vec<_>>().join("; ")
}

/// An offer of the catalogue that the office does not have.
fn proposed(ui: &mut Ui, cx: &mut PanelCx, office: &Aktionsbuero, option: &CatalogueOffer, changed: &mut Aktionsbuero) {
    let offer = option.offer(&cx.snapshot.data);
    let note = if option.is_documented { words::DOCUMENTED } else { words::PROPOSED };
    let line = Line {
        title: &option.title,
        description: &option.description,
        at: None,
        is_core: false,
        needs: &offer.needs,
        note: note.to_owned(),
        overlap: overlap_of(cx, office, &offer),
    };
    let done = ui.push_id(("vorschlag", &option.key), |ui| row(ui, cx, office, &line, false)).inner;
    if done.toggled {
        changed.offers.push(offer);
    }
}

/// What was done to a row.
#[derive(Default)]
struct Done {
    toggled: bool,
    edit: bool,
}

fn row(ui: &mut Ui, cx: &mut PanelCx, office: &Aktionsbuero, offer: &Line, open: bool) -> Done {
    let mut done = Done::default();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let tokens = cx.tokens;
    let known: Vec<Evidence> = offer.needs.iter().filter_map(|code| evidence(cx, office.area, code)).collect();
    let spoken: Vec<String> = known.iter().map(|one| format!("{} {}", one.name, one.value)).collect();
    response.widget_info(|| {
        let overlap =
            if offer.overlap.is_empty() { String::new() } else { format!(", {}: {}", words::OVERLAP, offer.overlap) };
        let words = format!("{}, {}, {}{overlap}", offer.title, offer.description, spoken.join(", "));
        WidgetInfo::labeled(Role::ListItem, true, words)
    });
    if open {
        ui.painter().rect_filled(rect, 0.0, color32(tokens.selected_soft));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
    done.toggled = tick(ui, cx, rect, offer);
    let left = rect.left() + 44.0;
    let right_width = ((rect.width() - 44.0) * RIGHT).floor();
    let text_width = rect.width() - 44.0 - right_width - space::XL;
    let style = if offer.at.is_some() { TypeStyle::BodyStrong } else { TypeStyle::Body };
    let title = paint::elided(ui, offer.title, style, tokens.text, text_width);
    paint::put(ui, ui.painter(), pos2(left, rect.center().y - 9.0), Align2::LEFT_CENTER, title);
    let words = paint::elided(ui, offer.description, TypeStyle::Small, tokens.text2, text_width);
    paint::put(ui, ui.painter(), pos2(left, rect.center().y + 9.0), Align2::LEFT_CENTER, words);
    let place =
        Rect::from_min_max(pos2(rect.right() - right_width - space::L, rect.top()), rect.max - vec2(space::L, 0.0));
    done.edit = needs_of(ui, cx, offer, &known, place, open);
    done
}

/// The box before a row; core offers show that they cannot be taken out. Whether it was ticked or unticked.
fn tick(ui: &mut Ui, cx: &PanelCx, row: Rect, offer: &Line) -> bool {
    let square = Rect::from_center_size(pos2(row.left() + 24.0, row.center().y), vec2(16.0, 16.0));
    let tokens = cx.tokens;
    if offer.is_core || locked(cx).is_some() {
        let round = CornerRadius::same(radius::BADGE);
        let square = paint::snap(ui, square);
        let fill = if offer.at.is_some() { tokens.disabled } else { tokens.sunken };
        ui.painter().rect_filled(square, round, color32(fill));
        if offer.at.is_some() {
            paint::icon(ui, square.center(), icon::CHECK, 12.0, tokens.surface);
        }
        return false;
    }
    let place = Rect::from_min_size(square.left_top() - vec2(0.0, 4.0), vec2(24.0, 24.0));
    let builder = UiBuilder::new().id_salt("haken").max_rect(place);
    check_box_named(&mut ui.new_child(builder), offer.at.is_some(), offer.title).is_some()
}

/// Needs with their values, right; whether the offer is to be edited.
fn needs_of(ui: &mut Ui, cx: &mut PanelCx, offer: &Line, known: &[Evidence], place: Rect, open: bool) -> bool {
    let tokens = cx.tokens;
    let editable = offer.at.is_some() && locked(cx).is_none();
    let text_right = place.right() - 32.0;
    let mut edit = false;
    if editable {
        let rect = Rect::from_center_size(pos2(place.right() - 12.0, place.center().y), vec2(24.0, 24.0));
        let builder = UiBuilder::new().id_salt("bearbeiten").max_rect(rect);
        let name = format!("{}: {}", if open { words::CLOSE_OFFER } else { words::EDIT_OFFER }, offer.title);
        let symbol = if open { icon::CARET_UP } else { icon::PENCIL_SIMPLE_LINE };
        edit = Button::icon_only(symbol, &name).compact().show(&mut ui.new_child(builder)).clicked();
    }
    let lower = match (offer.overlap.is_empty(), offer.note.is_empty()) {
        (false, true) => offer.overlap.clone(),
        (false, false) => format!("{} · {}", offer.overlap, offer.note),
        (true, true) if offer.is_core => words::CORE.to_owned(),
        (true, _) => offer.note.clone(),
    };
    let lower = lower.as_str();
    let line = Rect::from_min_max(pos2(place.left(), place.center().y - 18.0), pos2(text_right, place.center().y));
    let alone = lower.is_empty();
    let line = if alone { line.translate(vec2(0.0, 9.0)) } else { line };
    if let Some(inspected) = first_need(ui, line, offer, known, cx.derived.ranking().is_some()) {
        cx.outbox.push(Intent::Inspect(inspected));
    }
    let galley = paint::elided(ui, lower, TypeStyle::Small, tokens.text2, place.width());
    paint::put(ui, ui.painter(), pos2(text_right, place.center().y + 9.0), Align2::RIGHT_CENTER, galley);
    edit
}

/// The first need with its value, how many more there are; what is to be explained.
fn first_need(ui: &mut Ui, place: Rect, offer: &Line, known: &[Evidence], ranked: bool) -> Option<Inspected> {
    let tokens = crate::ui::widget::style::tokens(ui);
    let builder = UiBuilder::new().id_salt("bedarf").max_rect(place).layout(Layout::right_to_left(Align::Center));
    let mut line = ui.new_child(builder);
    line.spacing_mut().item_spacing.x = space::XS;
    if !offer.overlap.is_empty() {
        badge(&mut line, Tone::Err, icon::INTERSECT, words::OVERLAP).on_hover_text(&offer.overlap);
    }
    let Some(first) = known.first() else {
        // Without a ranking nothing is known about needs, not even that they are low.
        let (words, color) = match (offer.needs.is_empty(), ranked) {
            (true, _) => (words::NO_NEED, tokens.warn),
            (false, true) => (words::NOT_ELEVATED, tokens.warn),
            (false, false) => (words::NEED_UNKNOWN, tokens.text3),
        };
        let galley = paint::elided(&line, words, TypeStyle::Small, color, line.available_width());
        let (rect, _) = line.allocate_exact_size(galley.size(), Sense::hover());
        paint::put(&line, line.painter(), rect.right_center(), Align2::RIGHT_CENTER, galley);
        return None;
    };
    if known.len() > 1 {
        let more = format!("+{}", known.len() - 1);
        let (rect, response) = line.allocate_exact_size(vec2(22.0, 18.0), Sense::hover());
        paint::text(&line, rect.center(), Align2::CENTER_CENTER, &more, TypeStyle::Small, tokens.text3);
        let rest: Vec<String> = known[1..].iter().map(|one| format!("{} {}", one.name, one.value)).collect();
        response.on_hover_text(rest.join("\n"));
    }
    let clicked = Button::link(&first.value).show(&mut line).clicked();
    label::elided(&mut line, &first.name, TypeStyle::Small);
    clicked.then_some(first.inspected)
}

/// The fields of an offer, below its row.
fn form(
    ui: &mut Ui,
    cx: &mut PanelCx,
    office: &Aktionsbuero,
    at: usize,
    changed: &mut Aktionsbuero,
    open: &mut Option<usize>,
) {
    let Some(own) = office.offers.get(at) else { return };
    let is_core = office_catalogue().is_core(own);
    let frame =
        Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 44, right: 14, top: 8, bottom: 10 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let title = Field::new(words::OFFER_TITLE, (office.id, at)).never_empty();
        if !is_core && let Edit::Set(title) = title.show_text(ui, &own.title) {
            changed.offers[at].title = title;
        }
        if let Edit::Set(words) = Field::new(words::OFFER_WORDS, (office.id, at)).show_text(ui, &own.description) {
            changed.offers[at].description = words;
        }
        linked_needs(ui, cx, (office, own), &mut changed.offers[at]);
        if !is_core && Button::ghost(words::REMOVE_OFFER).icon(icon::TRASH).compact().show(ui).clicked() {
            changed.offers.remove(at);
            *open = None;
        }
    });
}

/// The needs that an offer answers: each can be taken off, others be linked.
fn linked_needs(ui: &mut Ui, cx: &PanelCx, (office, own): (&Aktionsbuero, &Bueroangebot), changed: &mut Bueroangebot) {
    let data = &cx.snapshot.data;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for code in &own.needs {
            let name = data.indicator_by_code(code).map_or(code.as_str(), |indicator| indicator.name.as_str());
            let value = evidence(cx, office.area, code).map_or_else(String::new, |one| format!(" {}", one.value));
            let hint = words::unlink(name);
            let shown = format!("{name}{value}");
            if Button::secondary(&shown).icon(icon::X).hint(&hint).compact().show(ui).clicked() {
                changed.needs.retain(|other| other != code);
            }
        }
    });
    let choices: Vec<(String, &str)> = data
        .indicators
        .iter()
        .filter(|one| one.direction != crate::domain::Direction::Context && !own.needs.contains(&one.code))
        .map(|one| (one.code.clone(), one.name.as_str()))
        .collect();
    let combo = Combo::new(words::LINK_NEED).empty(words::LINK_NEED).icon(icon::LINK).compact().width(260.0);
    if let Some(code) = combo.show(ui, None, &choices) {
        changed.needs.push(code);
    }
}
