//! What goes into the chosen document, and what is to be checked before it goes out.

use super::{BerichtePanel, Reports, format_name, kind_hint, kind_name, outline, points, versions};
use crate::document::Format;
use crate::domain::{AreaId, Fassung, Handlungsprogramm, Status, TextPiece, text_pieces};
use crate::programme::{Check, CheckKind, Contacts, DocumentKind, DocumentOutline, Profile, Severity};
use crate::reports::{self, OpenPoints};
use crate::text::panel::berichte as words;
use crate::text::report::{document_subtitle, document_title};
use crate::text::{self, count};
use crate::theme::{TypeStyle, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::{Combo, segment};
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::field::check_box;
use crate::ui::widget::notice::notice;
use crate::ui::widget::style::{color32, line, rich};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx, Section};
use egui::{Frame, Label, Layout, Margin, ScrollArea, Sense, Ui, vec2};
use std::borrow::Cow;

/// Below this width the page is left out: „Vorschau" shows it.
const SHEET_FROM: f32 = 560.0;
const SHEET: f32 = 252.0;
/// So many checks are written out; the rest is counted.
const CHECKS: usize = 4;

/// The pane's ground.
pub(super) fn frame(cx: &PanelCx) -> Frame {
    Frame::NONE.fill(color32(cx.tokens.sunken)).inner_margin(Margin { left: 16, right: 8, top: 12, bottom: 12 })
}

/// The line between list and pane.
pub(super) fn edge(ui: &Ui, cx: &PanelCx) {
    let rect = ui.max_rect();
    ui.painter().vline(rect.left() - 15.5, rect.expand2(vec2(0.0, 12.0)).y_range(), line(stroke::LINE, cx.tokens.line));
}

/// Draws the pane, where profile and formats are chosen.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, wanted: &mut BerichtePanel) {
    // With room for the bar whether it shows or not: a page that gets narrower gets shorter as well, and would make the
    // bar come and go with every frame.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width() - 8.0;
    ScrollArea::vertical().id_salt("bericht").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(width);
        if wanted.all {
            show_all(ui, cx, reports, wanted);
            return;
        }
        let snapshot = cx.snapshot;
        let found = cx.focus.area.filter(|area| reports.areas.contains(area));
        match found.map(|area| (area, snapshot.programme_of(area))) {
            Some((area, Some(programme))) => show_one(ui, cx, area, programme, wanted),
            Some((_, None)) => {
                let state = EmptyState::new(words::BEGIN_TITLE, words::BEGIN_WHY).plain();
                if state.secondary(icon::NOTE_PENCIL, words::BEGIN).show(ui).is_some() {
                    cx.outbox.go_to(Section::Handlungsprogramm);
                }
            }
            None => {
                EmptyState::new(words::NO_AREA_TITLE, words::NO_AREA_WHY).plain().show(ui);
            }
        }
    });
}

fn show_one(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, programme: &Handlungsprogramm, wanted: &mut BerichtePanel) {
    let name = cx.snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let view = cx.derived.programme.value.clone().filter(|view| view.area == Some(area));
    let checks: Option<&[Check]> = view.as_deref().map(|view| view.checks.as_slice());
    let outlines = view.as_deref().map_or(&[][..], |view| view.outlines.as_slice());
    let known = outlines.iter().find(|(kind, _)| *kind == wanted.kind).map(|(_, outline)| outline.clone());
    let known = wanted.pages.set(cx).map(|set| set.outline.clone()).or(known);
    let outline = known.unwrap_or_else(|| {
        let short = wanted.kind == DocumentKind::Handlungsprogramm(Profile::Kurz);
        let subtitle = document_subtitle(programme.first_year, programme.last_year, short);
        outline::of_programme(document_title(name), subtitle, if short { Profile::Kurz } else { Profile::Lang })
    });
    // What is checked is how things stand today, not what a version says.
    let marks = if let DocumentKind::Fassung(_) = wanted.kind { &[] } else { checks.unwrap_or_default() };
    beside_pages(ui, cx, wanted, &outline, marks, |ui, cx, wanted| {
        label::h2(ui, &outline.title);
        let years = words::years(programme.first_year, programme.last_year);
        label::small(ui, &format!("{years} · {}", text::programme_state(programme.state)));
        ui.add_space(8.0);
        choose_kind(ui, cx, wanted);
        ui.add_space(12.0);
        choose_formats(ui, wanted);
        choose_contacts(ui, cx, &[area], wanted);
        ui.add_space(12.0);
        if let DocumentKind::Fassung(id) = wanted.kind {
            let found = view.as_deref().and_then(|view| view.given_away.get(&id));
            let secrets = found.into_iter().flatten().map(|secret| secret.sentence.as_str().into()).collect();
            before(ui, cx, found.map(|_| &[][..]), secrets, wanted);
            label::small(ui, words::VERSION_FROZEN);
            ui.add_space(12.0);
        } else {
            let found = view.iter().flat_map(|view| &view.recoverable);
            before(ui, cx, checks, found.map(|secret| secret.sentence().into()).collect(), wanted);
            ui.add_space(12.0);
            content(ui, cx, area, programme);
        }
        files(ui, cx, area, wanted);
    });
}

/// The page in view and the outline on the left, where there is room, and what is chosen on the right.
fn beside_pages(
    ui: &mut Ui,
    cx: &mut PanelCx,
    wanted: &mut BerichtePanel,
    outline: &DocumentOutline,
    checks: &[Check],
    choice: impl FnOnce(&mut Ui, &mut PanelCx, &mut BerichtePanel),
) {
    let width = ui.available_width();
    if width < SHEET_FROM {
        choice(ui, cx, wanted);
        return;
    }
    ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        ui.allocate_ui_with_layout(vec2(SHEET, 0.0), Layout::top_down(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            wanted.pages.small(ui, cx);
            ui.add_space(8.0);
            let pages = wanted.pages.set(cx).map_or_else(Vec::new, |set| set.headings.clone());
            if let Some(page) = outline::list(ui, cx, outline, &pages, checks) {
                wanted.pages.turn_to(page);
            }
        });
        let room = width - SHEET - 20.0;
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(egui::Align::Min), |ui| {
            ui.set_max_width(room);
            ui.spacing_mut().item_spacing.x = 8.0;
            choice(ui, cx, wanted);
        });
    });
}

fn show_all(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, wanted: &mut BerichtePanel) {
    if wanted.kind.is_of_all() {
        let outline = wanted.pages.set(cx).map(|set| set.outline.clone()).unwrap_or_default();
        beside_pages(ui, cx, wanted, &outline, &[], |ui, cx, wanted| choose_all(ui, cx, reports, wanted));
    } else {
        choose_all(ui, cx, reports, wanted);
    }
}

fn choose_all(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, wanted: &mut BerichtePanel) {
    let title = words::all(reports.ready.len());
    label::h2(ui, &title);
    ui.add_space(8.0);
    choose_kind(ui, cx, wanted);
    ui.add_space(12.0);
    choose_formats(ui, wanted);
    choose_contacts(ui, cx, &reports.ready, wanted);
    ui.add_space(12.0);
    label::section(ui, words::BEFORE);
    before_all(ui, cx, reports, wanted);
    ui.add_space(12.0);
    label::section(ui, words::CONTENT);
    let names: Vec<&str> =
        reports.ready.iter().filter_map(|area| cx.snapshot.data.area(*area)).map(|area| area.name.as_str()).collect();
    let names = names.join(", ");
    let documents = if wanted.kind.is_of_all() { 1 } else { reports.ready.len() };
    let files = words::files(documents, wanted.formats.len());
    let pairs = [(words::PROGRAMMES, names.as_str()), (words::FILES, files.as_str()), (words::WHERE, words::ASKED)];
    label::terms(ui, "bericht-alle", &pairs);
    let demonstration = cx.snapshot.programmes.iter().any(|programme| programme.demonstration);
    if demonstration || cx.snapshot.data.has_demonstration() {
        ui.add_space(8.0);
        notice(ui, Tone::Warn, words::DEMONSTRATION, None);
    }
}

fn choose_formats(ui: &mut Ui, wanted: &mut BerichtePanel) {
    label::section(ui, words::FORMATS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for &format in Format::ALL {
            let chosen = wanted.formats.contains(&format);
            if let Some(chosen) = check_box(ui, chosen, format_name(format)) {
                wanted.formats = Format::ALL
                    .iter()
                    .copied()
                    .filter(|&other| if other == format { chosen } else { wanted.formats.contains(&other) })
                    .collect();
            }
        }
    });
    #[cfg(feature = "pdf")]
    if wanted.formats.contains(&Format::Pdf) {
        label::hint(ui, words::PDF_HINT);
    }
    #[cfg(not(feature = "pdf"))]
    label::hint(ui, words::NO_PDF_HINT);
    if wanted.formats.contains(&Format::Xlsx) {
        label::hint(ui, words::XLSX_HINT);
    }
    if wanted.formats.contains(&Format::Csv) {
        label::hint(ui, words::CSV_HINT);
    }
}

/// Persons to contact are named only where this is chosen, for each document and each time anew.
fn choose_contacts(ui: &mut Ui, cx: &PanelCx, areas: &[AreaId], wanted: &mut BerichtePanel) {
    let site = &cx.snapshot.vor_ort;
    let works_here = |akteur| {
        let known = site.akteure.iter().find(|known| known.id == akteur);
        known.is_some_and(|known| areas.iter().any(|area| known.works_in(*area)))
    };
    if !wanted.kind.takes_contacts() || !site.kontaktpersonen.iter().any(|person| works_here(person.akteur)) {
        wanted.contacts = None;
        return;
    }
    ui.add_space(4.0);
    let of = if wanted.all { None } else { areas.first().copied() };
    if let Some(chosen) = check_box(ui, wanted.contacts(of) == Contacts::Include, words::CONTACTS) {
        wanted.contacts = chosen.then_some((of, wanted.kind));
    }
    match wanted.contacts(of) {
        Contacts::LeaveOut => {}
        Contacts::Include => {
            label::hint(ui, words::CONTACTS_HINT);
        }
    }
    if wanted.kind == DocumentKind::Ratsvorlage {
        notice(ui, Tone::Warn, words::CONTACTS_PUBLIC, None);
    }
}

fn choose_kind(ui: &mut Ui, cx: &PanelCx, wanted: &mut BerichtePanel) {
    let programme = DocumentKind::Handlungsprogramm(wanted.profile);
    let name = |kind: DocumentKind| if kind == programme { words::KIND_PROGRAMME } else { kind_name(kind) };
    let offered = |kind: &DocumentKind| match kind {
        DocumentKind::Handlungsprogramm(profile) => *profile == wanted.profile,
        DocumentKind::Vergleich => wanted.all,
        DocumentKind::Steckbriefe
        | DocumentKind::Ratsvorlage
        | DocumentKind::Sozialraumprofil
        | DocumentKind::Sachstand
        | DocumentKind::Fassung(_) => true,
    };
    let mut kinds: Vec<(DocumentKind, String)> =
        DocumentKind::ALL.into_iter().filter(offered).map(|kind| (kind, name(kind).to_owned())).collect();
    if !wanted.all {
        let entry = |kept: &Fassung| (DocumentKind::Fassung(kept.id), words::version(kept.kept_on, &kept.anlass));
        kinds.extend(versions(cx).map(entry));
    }
    label::section(ui, words::KIND);
    if let Some(chosen) = Combo::new(words::KIND).width(260.0).show(ui, Some(&wanted.kind), &kinds) {
        wanted.kind = chosen;
    }
    if wanted.kind == programme {
        ui.add_space(6.0);
        let choices = [(Profile::Kurz, words::SHORT), (Profile::Lang, words::LONG)];
        if let Some(chosen) = segment(ui, wanted.profile, &choices) {
            wanted.profile = chosen;
            wanted.kind = DocumentKind::Handlungsprogramm(chosen);
        }
    }
    label::hint(ui, kind_hint(wanted.kind));
}

/// A point to be settled before a document goes out; one of the check has a place where that is done.
struct Point<'a> {
    severity: Severity,
    sentence: Cow<'a, str>,
    check: Option<&'a Check>,
    /// The area in which it is settled, where that need not be the current one.
    area: Option<AreaId>,
}

impl<'a> Point<'a> {
    fn of(check: &'a Check) -> Point<'a> {
        Point { severity: check.severity, sentence: check.sentence.as_str().into(), check: Some(check), area: None }
    }

    fn of_secret(sentence: Cow<'a, str>) -> Point<'a> {
        Point { severity: Severity::Error, sentence, check: None, area: None }
    }
}

fn before(ui: &mut Ui, cx: &mut PanelCx, checks: Option<&[Check]>, secrets: Vec<Cow<str>>, wanted: &mut BerichtePanel) {
    label::section(ui, words::BEFORE);
    let Some(checks) = checks else {
        label::small(ui, words::CHECKING);
        return;
    };
    let secrets = secrets.into_iter().map(Point::of_secret);
    let mut points: Vec<Point> = secrets.chain(checks.iter().map(Point::of)).collect();
    if points.is_empty() {
        badge(ui, Tone::Ok, icon::CHECK, words::CHECKED);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (severity, say) in [
            (Severity::Error, words::errors as fn(usize) -> String),
            (Severity::Warning, words::warnings),
            (Severity::Info, words::infos),
        ] {
            let number = points.iter().filter(|point| point.severity == severity).count();
            if number > 0 {
                badge(ui, tone(severity), symbol(severity), &say(number));
            }
        }
    });
    ui.add_space(4.0);
    points.sort_by_key(|point| point.severity);
    let shown = if wanted.all_points { points.len() } else { CHECKS };
    for (at, point) in points.iter().take(shown).enumerate() {
        ui.push_id(("punkt", at), |ui| one_point(ui, cx, point));
    }
    if points.len() > CHECKS {
        let label = if wanted.all_points { words::fewer() } else { words::more(points.len() - CHECKS) };
        if Button::link(&label).show(ui).clicked() {
            wanted.all_points = !wanted.all_points;
        }
    }
}

/// Per area what is open, the gravest first: errors and what is to be checked in words, hints counted; a name leads to
/// the points of its area.
fn before_all(ui: &mut Ui, cx: &mut PanelCx, reports: &Reports, wanted: &mut BerichtePanel) {
    let found: Vec<&OpenPoints> = reports.ready.iter().filter_map(|area| points(cx, *area)).collect();
    if found.len() < reports.ready.len() {
        label::small(ui, words::CHECKING);
        return;
    }
    let wrong = found.iter().filter(|points| points.errors().next().is_some()).count();
    let to_check = found.iter().filter(|points| points.of_severity(Severity::Warning) > 0).count();
    if wrong > 0 {
        notice(ui, Tone::Err, &words::errors_in(wrong), None);
        ui.add_space(4.0);
    } else if to_check > 0 {
        notice(ui, Tone::Warn, &words::warnings_in(to_check), None);
        ui.add_space(4.0);
    }
    if found.iter().all(|points| points.count() == 0) {
        badge(ui, Tone::Ok, icon::CHECK, words::CHECKED);
        return;
    }
    for points in found.into_iter().filter(|points| points.count() > 0) {
        let name = cx.snapshot.data.area(points.area).map_or("", |area| area.name.as_str());
        ui.push_id(("prüfpunkte", points.area), |ui| {
            let [errors, warnings, infos] =
                [points.errors().count(), points.of_severity(Severity::Warning), points.of_severity(Severity::Info)];
            ui.horizontal_wrapped(|ui| {
                if Button::link(name).show(ui).clicked() {
                    cx.outbox.push(Intent::SelectArea(points.area));
                }
                label::small(ui, &words::counted(errors, warnings, infos));
            });
            all_of(ui, cx, points, wanted);
        });
    }
}

/// Errors and what is to be checked of an area, in words; more than a few on demand.
fn all_of(ui: &mut Ui, cx: &mut PanelCx, points: &OpenPoints, wanted: &mut BerichtePanel) {
    let secrets = points.secrets.iter().map(|sentence| Point::of_secret(sentence.as_str().into()));
    let checks = points.checks.iter().filter(|check| check.severity != Severity::Info).map(Point::of);
    let mut listed: Vec<Point> =
        secrets.chain(checks).map(|point| Point { area: Some(points.area), ..point }).collect();
    listed.sort_by_key(|point| point.severity);
    // Every error is said, whatever is folded.
    let shown = CHECKS.max(points.errors().count());
    let shown = if wanted.all_points { listed.len() } else { shown };
    for (at, point) in listed.iter().take(shown).enumerate() {
        ui.push_id(at, |ui| one_point(ui, cx, point));
    }
    if !wanted.all_points && listed.len() > shown {
        wanted.all_points = Button::link(&words::more(listed.len() - shown)).show(ui).clicked();
    }
}

fn one_point(ui: &mut Ui, cx: &mut PanelCx, point: &Point) {
    let tokens = cx.tokens;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (place, response) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        paint::icon(ui, place.center(), symbol(point.severity), 14.0, tone(point.severity).text(tokens));
        response.on_hover_text(word(point.severity));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::new(rich(point.sentence.as_ref(), TypeStyle::Small, tokens.text)).wrap());
            match point.check {
                Some(check) if check.kind != CheckKind::Demonstration => {
                    if Button::link(words::SETTLE).show(ui).clicked() {
                        if let Some(area) = point.area {
                            cx.outbox.push(Intent::SelectArea(area));
                        }
                        cx.outbox.settle(check.clone());
                    }
                }
                Some(_) | None => {}
            }
        });
    });
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => words::ERROR,
        Severity::Warning => words::WARNING,
        Severity::Info => words::INFO,
    }
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Err,
        Severity::Warning => Tone::Warn,
        Severity::Info => Tone::Info,
    }
}

fn symbol(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => icon::WARNING_CIRCLE,
        Severity::Warning => icon::WARNING,
        Severity::Info => icon::INFO,
    }
}

fn content(ui: &mut Ui, cx: &PanelCx, area: AreaId, programme: &Handlungsprogramm) {
    label::section(ui, words::CONTENT);
    let site = &cx.snapshot.vor_ort;
    let facts = [
        (words::PASSAGES, count(programme.passages.len())),
        (words::BOUND, count(bound_values(programme))),
        (words::GOALS, count(programme.ziele.len())),
        (words::MEASURES, count(programme.massnahmen.len())),
        (words::SERVICES, count(site.angebote.iter().filter(|angebot| angebot.serves(area)).count())),
        (words::STATEMENTS, count(site.aussagen.iter().filter(|aussage| aussage.area == area).count())),
        (words::SUPPRESSED, words::suppressed(suppressed(cx, area))),
    ];
    let pairs: Vec<(&str, &str)> = facts.iter().map(|(term, fact)| (*term, fact.as_str())).collect();
    label::terms(ui, "bericht-inhalt", &pairs);
    if programme.demonstration || cx.snapshot.data.has_demonstration() {
        ui.add_space(8.0);
        notice(ui, Tone::Warn, words::DEMONSTRATION, None);
    }
    ui.add_space(12.0);
}

fn files(ui: &mut Ui, cx: &PanelCx, area: AreaId, wanted: &BerichtePanel) {
    label::section(ui, words::FILES);
    let name = |format: &Format| reports::file_name(cx.snapshot, wanted.kind, area, cx.today, *format);
    let names: Vec<String> = wanted.formats.iter().map(name).collect();
    label::terms(ui, "bericht-datei", &[(words::FILES, &names.join(", ")), (words::WHERE, words::ASKED)]);
}

fn bound_values(programme: &Handlungsprogramm) -> usize {
    let pieces = programme.passages.iter().flat_map(|passage| text_pieces(&passage.text));
    pieces.filter(|piece| matches!(piece, TextPiece::Bound(_))).count()
}

/// Values of the area that are kept secret in the newest period of their indicator.
fn suppressed(cx: &PanelCx, area: AreaId) -> usize {
    let data = &cx.snapshot.data;
    let newest = |indicator| data.periods_of(indicator).last().map(|period| period.id);
    data.indicators
        .iter()
        .filter_map(|indicator| data.dataset.get(indicator.id, area, newest(indicator.id)?))
        .filter(|observation| observation.status == Status::Suppressed)
        .count()
}
