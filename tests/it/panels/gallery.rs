//! All widgets on one sheet, light and dark.

use super::stage;
use aktionsplan::domain::{AreaId, Handlungsfeld, Quarter, Tile};
use aktionsplan::theme::{Theme, TypeStyle, row};
use aktionsplan::ui::widget::area_map::{AreaMap, MapArea, legend};
use aktionsplan::ui::widget::badge::{Tone, badge};
use aktionsplan::ui::widget::button::Button;
use aktionsplan::ui::widget::check_item::CheckItem;
use aktionsplan::ui::widget::chip::{ChipState, Piece, paragraph};
use aktionsplan::ui::widget::choice::{Combo, radio, segment, tabs};
use aktionsplan::ui::widget::data_table::{Column, DataTable, Group, Sort};
use aktionsplan::ui::widget::dot_strip::{Belasteter, Dot, DotKind, Marks, paint_dot_strip};
use aktionsplan::ui::widget::field::{Field, check_box};
use aktionsplan::ui::widget::notice::notice;
use aktionsplan::ui::widget::progress::{progress, wizard_steps};
use aktionsplan::ui::widget::rank_bar::{RankAxis, RankSpan, paint_rank_bar};
use aktionsplan::ui::widget::sparkline::{SparkPoint, paint_sparkline};
use aktionsplan::ui::widget::stack_bar::{Fill, Part, StackAxis, legend_entry, paint_stack_bar};
use aktionsplan::ui::widget::timeline::{Certainty, TimeAxis, paint_bar};
use aktionsplan::ui::widget::weight_row::WeightRow;
use aktionsplan::ui::widget::{icon, style, text};
use egui::{Rect, Ui, UiBuilder, vec2};

/// Made-up areas: the sheet shows form, never facts.
const AREAS: [&str; 6] = ["Ahornweg", "Birkenfeld", "Drosselhof", "Erlental", "Fliederberg", "Ginsterheide"];

fn gallery(ui: &mut Ui) {
    let sheet = ui.max_rect();
    ui.painter().rect_filled(sheet.expand(8.0), 0.0, style::color32(style::tokens(ui).surface));
    let shows: [fn(&mut Ui); 4] = [controls, fields, table_and_map, words];
    let lefts = [0.0, 230.0, 480.0, 1020.0, sheet.width()];
    for (at, show) in shows.into_iter().enumerate() {
        let place =
            Rect::from_x_y_ranges((sheet.left() + lefts[at])..=(sheet.left() + lefts[at + 1] - 20.0), sheet.y_range());
        show(&mut ui.new_child(UiBuilder::new().id_salt(at).max_rect(place)));
    }
}

fn controls(ui: &mut Ui) {
    text::section(ui, "Schaltfläche");
    Button::primary("Importieren").show(ui);
    Button::primary("Maßnahme anlegen").icon(icon::PLUS).shortcut("Strg+N").show(ui);
    Button::primary("Gesperrt").icon(icon::CHECK).disabled_reason(Some("Jahr zuordnen.")).show(ui);
    Button::secondary("Varianten").icon(icon::COPY).show(ui);
    Button::secondary("Marten").icon(icon::MAP_PIN).caret().show(ui);
    ui.horizontal(|ui| {
        Button::recommended("Bündeln").compact().show(ui);
        Button::secondary("Abgrenzen").compact().show(ui);
    });
    ui.horizontal(|ui| {
        Button::ghost("Kopieren").icon(icon::COPY).show(ui);
        Button::icon_only(icon::X, "Schließen").show(ui);
        Button::link("Alle übernehmen").show(ui);
    });
    segment(ui, 0, &[(0, "Karte"), (1, "Kacheln")]);
    ui.horizontal(|ui| tabs(ui, 0, &[(0, "Rangfolge"), (1, "Auswahl 13")]));
    text::section(ui, "Stand");
    badge(ui, Tone::Ok, icon::CHECK, "gedeckt");
    badge(ui, Tone::Neutral, icon::CIRCLE_HALF, "teilweise");
    badge(ui, Tone::Warn, icon::WARNING, "Lücke");
    badge(ui, Tone::Err, icon::WARNING_CIRCLE, "Überschneidung");
    badge(ui, Tone::Info, icon::GAVEL, "in Beratung");
    badge(ui, Tone::Accent, "", "Entwurf");
    ui.horizontal(|ui| {
        check_box(ui, true, "Grenzfälle");
        check_box(ui, false, "Namen");
    });
    ui.horizontal(|ui| {
        radio(ui, true, "alle");
        radio(ui, false, "Auswahl");
    });
}

fn fields(ui: &mut Ui) {
    text::section(ui, "Feld");
    Field::new("Titel", 1).required().show_text(ui, "Familienpaten");
    Field::new("Zielwert", 1).note("bis 2029").width(110.0).show_number(ui, Some(55.0), 1);
    Field::new("Anteil", 1).error(Some("Bitte nur ein Komma verwenden.")).width(110.0).show_number(ui, Some(12.5), 1);
    Field::new("Gesperrt", 1).disabled_reason(Some("Erst Jahr zuordnen.")).width(110.0).show_number(ui, Some(12.5), 1);
    Field::new("Prüfung am", 1).width(110.0).show_date(ui, jiff::civil::Date::new(2028, 3, 31).ok());
    Field::new("Beschreibung", 1).rows(3).show_text(ui, "Ehrenamtliche Patinnen und Paten begleiten Familien.");
    Combo::new("Priorität").with_label().width(110.0).show(ui, Some(&1), &[(1, "hoch"), (2, "mittel")]);
    Combo::new("Normierung").compact().width(150.0).show(ui, Some(&1), &[(1, "z-Wert"), (2, "Rang")]);
    text::section(ui, "Gewicht");
    let themes = style::tokens(ui).palettes.themes;
    for (at, name) in ["Arbeitslosenrate", "SGB-II-Quote", "Wohnfläche je Einwohner"].into_iter().enumerate() {
        WeightRow {
            name,
            swatch: themes[at],
            percent: 12.5,
            most: 50.0,
            room: 100.0,
            alone: false,
            locked: Some(at == 2),
        }
        .show(ui);
    }
    text::section(ui, "Fortschritt");
    progress(ui, "Ziehung 6.200 von 10.000", 0.62, true);
}

fn table_and_map(ui: &mut Ui) {
    text::section(ui, "Tabelle");
    let axis = RankAxis { last: 9, border: Some(4) };
    let bars = StackAxis { from: -0.2, to: 1.4 };
    let time = TimeAxis { first_year: 2027, last_year: 2029 };
    let columns = [
        Column::number("Rang").fixed(54.0),
        Column::text("Gebiet").flex(100.0),
        Column::number("Index").fixed(64.0).sortable(Some(Sort::Descending)),
        Column::text("Spanne").fixed(90.0).head(move |ui, rect| axis.paint_head(ui, rect)),
        Column::text("Beiträge").fixed(90.0),
        Column::text("").fixed(96.0).head(move |ui, rect| time.paint_head(ui, rect)),
    ];
    let groups = [
        Group {
            title: "Gruppe A".into(),
            note: "· statistisch nicht unterscheidbar".into(),
            right: "2 Räume".into(),
            ..Group::default()
        },
        Group { before: 2, title: "Kinder".into(), field: Some(Handlungsfeld::Kinder), ..Group::default() },
    ];
    let table = DataTable::new("sheet", "Rangfolge", &columns)
        .rows(AREAS.len())
        .groups(&groups)
        .named_by(1)
        .head_height(38.0)
        .row_height(row::NORMAL)
        .selected(Some(3))
        .with_total()
        .fit();
    let tokens = style::tokens(ui);
    table.show(ui, |index, cells| {
        let selected = cells.is_selected();
        let Some(area) = AREAS.get(index) else {
            cells.empty();
            cells.strong("Summe");
            cells.strong("5,4");
            return;
        };
        let rank = u32::try_from(index + 1).expect("few areas");
        cells.strong(&rank.to_string());
        cells.name(area);
        if index == 5 {
            cells.sign(".")
        } else {
            cells.text("1,17")
        };
        let span = (index != 5).then_some(RankSpan {
            rank: f64::from(rank),
            low: rank.saturating_sub(1).max(1),
            high: rank + 2,
        });
        cells.paint("", |ui, rect| paint_rank_bar(ui, rect, axis, span, selected));
        let themes = tokens.palettes.themes;
        let part = |at: usize, value| Part { value, fill: Fill::Color(themes[at]) };
        let parts = [part(0, 0.4), part(1, 0.3), part(2, 0.2), part(5, -0.15), Part { value: 0.2, fill: Fill::Open }];
        cells.paint("", |ui, rect| paint_stack_bar(ui, rect, bars, &parts));
        let certainty = if index % 2 == 0 { Certainty::Agreed } else { Certainty::Planned };
        cells.paint("", |ui, rect| {
            let color = style::tokens(ui).field_kinder;
            let quarter = |year, quarter| Quarter { year, quarter };
            time.paint_ground(ui, rect, None);
            let check = (index == 2).then_some(jiff::civil::date(2028, 9, 30));
            paint_bar(ui, rect, time, (quarter(2027, 2), quarter(2029, 1)), color, certainty, check.as_slice());
        });
    });
    ui.horizontal(|ui| {
        legend_entry(ui, Fill::Color(style::tokens(ui).palettes.themes[0]), "Arbeit");
        legend_entry(ui, Fill::Open, "offen");
    });
    strips(ui);
    map(ui);
}

fn strips(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(520.0, 35.0), egui::Sense::hover());
    let kinds = [DotKind::Other, DotKind::Other, DotKind::Peer];
    let mut dots: Vec<Dot> =
        (0..36).map(|at| Dot { value: f64::from(at * at % 17), kind: kinds[at as usize % 3] }).collect();
    dots.push(Dot { value: 12.0, kind: DotKind::Current });
    paint_dot_strip(
        ui,
        rect.with_max_x(rect.left() + 300.0),
        &dots,
        Marks { city: Some(8.0), district: Some(7.0), interval: None },
        Belasteter::High,
    );
    let course = [3.0, 2.5, 0.0, 3.5, 4.0, 4.2, 5.0].map(|value| SparkPoint {
        value: (value > 0.1).then_some(value),
        breaks_before: (value - 4.2_f64).abs() < 0.01,
        is_skipped: false,
    });
    paint_sparkline(ui, rect.with_min_x(rect.left() + 330.0).with_max_x(rect.left() + 420.0), &course);
}

fn map(ui: &mut Ui) {
    let areas: Vec<MapArea> = AREAS
        .iter()
        .enumerate()
        .map(|(at, name)| MapArea {
            id: AreaId(at as i64),
            name: (*name).to_owned(),
            tile: Some(Tile { column: at as u8 % 3, row: at as u8 / 3 }),
            class: (at != 4).then_some(at.min(4)),
            rank: Some(at as u32 + 1),
            outlined: at % 2 == 0,
            note: "Index 1,17".to_owned(),
        })
        .collect();
    ui.horizontal(|ui| {
        AreaMap::new("Bedarfsindex", &areas, 5).selected(Some(AreaId(3))).show(ui, vec2(330.0, 170.0));
        ui.vertical(|ui| {
            let labels = ["unter −0,5", "−0,5 bis 0", "0 bis 0,5", "0,5 bis 1,0", "über 1,0"].map(str::to_owned);
            legend(ui, "Bedarfsindex", &labels, false, Some("Aktionsraum"));
        });
    });
}

fn words(ui: &mut Ui) {
    text::section(ui, "Gebundener Wert");
    let chip = |text: &str, state| Piece::Chip { text: text.to_owned(), state };
    let words = |text: &str| Piece::Words(text.to_owned());
    let pieces = [
        words("Von den Kindern unter 15 Jahren sind "),
        chip("38,7 %", ChipState::Current),
        words(" auf Leistungen angewiesen, je 1.000 wurden "),
        chip("55,4", ChipState::Stale { today: "58,2".into() }),
        words(" Hilfen gewährt, in "),
        chip("Nette", ChipState::WrongArea),
        words(" waren es "),
        chip("41,0 (2023)", ChipState::Pinned),
        words(" und "),
        chip(".", ChipState::Suppressed),
        words("."),
    ];
    paragraph(ui, 1, &pieces, TypeStyle::Document);
    text::section(ui, "Hinweise");
    notice(ui, Tone::Info, "Der Rang ist ein Hinweis.", None);
    notice(ui, Tone::Warn, "38.200 € sind nicht gedeckt.", Some("Ergänzen"));
    notice(ui, Tone::Err, "Die Datei ist gesperrt.", Some("Wiederholen"));
    notice(ui, Tone::Ok, "Maßnahme M-07 gelöscht.", Some("Rückgängig"));
    text::section(ui, "Prüfung");
    let check = CheckItem {
        tone: Tone::Err,
        icon: icon::INTERSECT,
        word: "Überschneidung",
        sentence: "M-05 Elterncafé gleicht einem Angebot: Familienzentrum, Mi 9–11 Uhr.",
        actions: &["Bündeln", "Abgrenzen"],
        recommend: true,
    };
    check.show(ui);
    text::terms(ui, "herkunft", &[("Zelle", "F11, Blatt „2025“"), ("Stichtag", "31.12.2025")]);
    text::figure(ui, "38,7 %");
    wizard_steps(ui, 2, &["Datei", "Lesen", "Zuordnen", "Import"]);
}

#[test]
fn every_widget_shows_in_both_themes() {
    for (theme, name) in [(Theme::Light, "bausteine"), (Theme::Dark, "bausteine_dunkel")] {
        let mut stage = stage(theme, [1366.0, 768.0], (), |ui, ()| gallery(ui));
        stage.harness.run();
        stage.picture(name);
    }
}
