//! The analysis: profile, relation, table.

use super::uebersicht::{SIZES, World, window};
use aktionsplan::domain::PassageOrigin;
use aktionsplan::project::{Command, ProgrammeCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{Inspected, Intent, Section};
use egui_kittest::kittest::Queryable as _;

fn world(area: &str) -> World {
    World::sample(Section::Analyse, area)
}

#[test]
fn the_profile_comes_to_rest_at_every_size() {
    for (theme, size, name) in SIZES {
        let mut stage = window(theme, size, world("marten"));
        stage.harness.run();
        stage.picture(&format!("profil_{name}"));
        assert!(stage.harness.state().intents.is_empty());
    }
}

#[test]
fn a_value_is_explained_on_click() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Arbeitslosenrate, Marten: 11,1 %").click();
    stage.harness.run();
    stage.picture("profil_herkunft");
    let inspected = stage.harness.state().shell.focus.inspected;
    assert!(matches!(inspected, Some(Inspected::Value { .. })), "{inspected:?}");
}

#[test]
fn a_z_value_of_the_profile_says_which_mean_and_spread_it_comes_from() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Arbeitslosenrate, z-Wert: +0,5").click();
    stage.harness.run();
    stage.picture("profil_z_wert");
    let state = stage.harness.state();
    let explanation = state.shell.focus.explanation.as_deref().expect("an explanation");
    let text = explanation.text();
    // The explained formula gives the figure: (value − mean) : spread.
    let numbers = text.split(|letter: char| !(letter.is_ascii_digit() || letter == ','));
    let numbers: Vec<f64> =
        numbers.filter_map(|number| number.trim_matches(',').replace(',', ".").parse().ok()).collect();
    let figure = numbers[0];
    let found = numbers.windows(3).any(|three| ((three[0] - three[1]) / three[2] - figure).abs() < 0.02);
    assert!(found, "{text}");
}

#[test]
fn intervals_of_rates_stand_beside_the_values_on_demand() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    assert!(stage.harness.query_by_label("95-%-Spanne").is_none());
    stage.harness.get_by_label("Spannen der Anteile").click();
    stage.harness.run();
    stage.picture("profil_spannen");
    assert!(stage.harness.query_by_label("95-%-Spanne").is_some());
    assert!(stage.harness.query_by_label("geglättet").is_some());
}

#[test]
fn the_arrow_keys_reach_each_cell_of_the_comparison() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Vergleich").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(egui::accesskit::Role::Grid, "Werte aller Räume").focus();
    stage.harness.run();
    for _ in 0..2 {
        stage.harness.key_press(egui::Key::ArrowRight);
        stage.harness.run();
    }
    stage.picture("vergleich_tastatur");
    stage.harness.key_press(egui::Key::Enter);
    stage.harness.run();
    let state = stage.harness.state();
    let Some(Inspected::Value { area, indicator, .. }) = state.shell.focus.inspected else {
        panic!("a value is explained, not {:?}", state.shell.focus.inspected);
    };
    assert_eq!(area, state.area("marten"));
    let judged = |card: &&aktionsplan::domain::Indicator| card.direction != aktionsplan::domain::Direction::Context;
    let second = state.snapshot.data.indicators.iter().filter(judged).map(|card| card.id).nth(1);
    assert_eq!(Some(indicator), second);
}

#[test]
fn the_profile_goes_into_the_programme_with_bound_numbers() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Profil in Bericht übernehmen").click();
    stage.harness.run();
    let state = stage.harness.state();
    let [Command::Programme(ProgrammeCommand::AddPassage { passage, .. })] = state.commands()[..] else {
        panic!("one passage, not {:?}", state.commands());
    };
    assert_eq!(passage.origin, PassageOrigin::Own);
    assert!(passage.text.contains("[belasteter:marten]"), "{}", passage.text);
    assert!(passage.basis.len() >= 2 && passage.basis.iter().all(|bound| !bound.shown.is_empty()));
}

#[test]
fn an_area_without_programme_says_why_nothing_can_be_taken_over() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("dorstfeld"));
    stage.harness.run();
    stage.harness.get_by_label("Profil in Bericht übernehmen").click();
    stage.harness.run();
    assert!(stage.harness.state().commands().is_empty());
}

#[test]
fn the_short_text_goes_into_the_section_that_is_chosen() {
    for (entry, number) in [("Marten: 3.", "3.5"), ("5.1 Handlungsbedarf", "5.1")] {
        let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
        stage.harness.run();
        stage.harness.get_by_label("Satz übernehmen").click();
        stage.harness.run();
        stage.picture("satz_uebernehmen");
        stage.harness.get_by_label_contains(entry).scroll_to_me();
        stage.harness.run();
        stage.harness.get_by_label_contains(entry).click();
        stage.harness.run();
        let state = stage.harness.state();
        let [Command::Programme(ProgrammeCommand::AddPassage { passage, .. })] = state.commands()[..] else {
            panic!("one passage, not {:?}", state.commands());
        };
        let place = aktionsplan::programme::outline().iter().find(|entry| entry.section == Some(passage.section));
        assert_eq!(place.expect("a section").number, number);
        assert!(passage.text.contains("[belasteter:marten]"), "{}", passage.text);
    }
}

#[test]
fn the_short_text_can_be_copied() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Satz kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().any(|intent| match intent {
        Intent::Copy(text) => text.contains("Indikatoren belasteter als die Stadt"),
        _ => false,
    });
    assert!(copied);
}

#[test]
fn an_area_is_chosen_in_the_relation_of_two_indicators() {
    for (theme, size, name) in SIZES {
        let mut stage = window(theme, size, world("marten"));
        stage.harness.run();
        stage.harness.get_by_label("Karte & Zusammenhang").click();
        stage.harness.run();
        stage.picture(&format!("zusammenhang_{name}"));
        let hafen = stage.harness.state().area("hafen");
        stage.harness.get_all_by_label_contains("Hafen, Klasse").next().expect("a tile").click();
        stage.harness.run();
        assert_eq!(stage.harness.state().shell.focus.area, Some(hafen));
    }
}

#[test]
fn the_table_of_values_shows_signs_and_is_copied() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Vergleich").click();
    stage.harness.run();
    stage.picture("tabelle");
    stage.harness.get_by_label("Als Tabelle kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a table");
    assert!(copied.starts_with("Vergleich: Wert, Sozialräume, Stand "), "{copied}");
    assert!(copied.contains("\nQuelle: ") && copied.contains("\nStand der Werte: "), "{copied}");
    assert_eq!(copied.lines().filter(|line| line.contains('\t')).count(), 1 + 20);
    let marten = copied.lines().find(|line| line.starts_with("Marten\t")).expect("Marten");
    let plain = |cell: &str| cell.is_empty() || aktionsplan::text::is_number(cell) || cell.chars().count() == 1;
    assert!(marten.split('\t').skip(1).all(plain), "{marten}");
}

#[test]
fn the_comparison_is_saved_as_a_picture_that_judges_no_context() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Vergleich").click();
    stage.harness.run();
    stage.harness.get_by_label("Platz").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("bei Kontext ist Platz 1 nur der höchste Wert").is_some());
    stage.harness.get_by_label("Bild sichern …").click();
    stage.harness.run();
    let figure = stage.harness.state().intents.iter().rev().find_map(|intent| match intent {
        Intent::SaveFigure(figure) => Some(figure.clone()),
        _ => None,
    });
    let figure = figure.expect("a picture");
    let aktionsplan::chart::ChartSpec::Matrix(chart) = &figure.chart else { panic!("a matrix") };
    let context = chart.columns.iter().position(|name| name.starts_with("Kontext: ")).expect("a context indicator");
    assert!(chart.rows.iter().all(|row| row.cells[context].class.is_none()));
    assert!(chart.rows.iter().any(|row| row.cells.iter().any(|cell| cell.class.is_some())));
    let drawing = aktionsplan::chart::figure_svg(&figure).expect("drawn");
    for words in ["Vergleich: Platz", "Quelle: ", "ohne Wertung", "<desc>Tabelle mit Farbfeldern: Platz"] {
        assert!(drawing.contains(words), "{words}");
    }
    if let Some(folder) = std::env::var_os("AKTIONSPLAN_BILDER") {
        let png = aktionsplan::chart::png(&drawing, 6.0).expect("rendered");
        std::fs::write(std::path::Path::new(&folder).join("bild_Vergleich.png"), png).expect("written");
    }
}

#[test]
fn the_profile_is_copied_with_each_number_alone_and_its_facts_explain_themselves() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Als Tabelle kopieren").click();
    stage.harness.run();
    let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a table");
    let rows: Vec<&str> = copied.lines().filter(|line| line.contains('\t')).collect();
    assert!(rows[0].starts_with("Indikator\tRolle\tEinheit\tMarten\tZeichen\tStand\tStadt\t"), "{}", rows[0]);
    let value = |row: &&str| row.split('\t').nth(3).map(str::to_owned).unwrap_or_default();
    assert!(rows[1..].iter().map(value).all(|cell| cell.is_empty() || aktionsplan::text::is_number(&cell)), "{copied}");
    stage.harness.get_by_label_contains("Bedarfsindex ").click();
    stage.harness.run();
    let asked = matches!(stage.harness.state().shell.focus.inspected, Some(Inspected::Rank(_)));
    assert!(asked);
}

#[test]
fn without_values_the_analysis_says_what_to_do() {
    let mut world = World::without_values(Section::Analyse);
    world.shell.focus.area = Some(world.area("city"));
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Noch keine Werte für diesen Raum").is_some());
    stage.harness.get_by_label("Karte & Zusammenhang").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("Noch keine Werte").is_some());
}

#[test]
fn published_figures_stand_where_an_area_has_nothing_else() {
    let mut world = World::without_values(Section::Analyse);
    world.shell.focus.area = Some(world.area("scharnhorst-ost"));
    let mut stage = window(Theme::Light, [1366.0, 768.0], world);
    stage.harness.run();
    stage.picture("veroeffentlicht");
    assert!(stage.harness.query_by_label_contains("Veröffentlichte Zahlen (").is_some());
    assert!(stage.harness.state().intents.is_empty());
}

fn relation(size: [f32; 2]) -> super::Stage<'static, World> {
    let mut stage = window(Theme::Light, size, world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Karte & Zusammenhang").click();
    stage.harness.run();
    stage
}

#[test]
fn an_area_joins_the_one_selection_by_space_and_leaves_it_with_the_link() {
    let mut stage = relation([1366.0, 768.0]);
    let hafen = stage.harness.state().area("hafen");
    stage.harness.get_all_by_label_contains("Hafen, Klasse").next().expect("a tile").click();
    stage.harness.run();
    stage.harness.key_press(egui::Key::Space);
    stage.harness.run();
    assert_eq!(stage.harness.state().shell.focus.selection.iter().copied().collect::<Vec<_>>(), [hafen]);
    assert!(stage.harness.query_by_label("Auswahl (1)").is_some());
    stage.picture("zusammenhang_auswahl");
    stage.harness.get_by_label("Auswahl als Vergleich merken").click();
    stage.harness.run();
    let commands = stage.harness.state().commands().len();
    assert_eq!(commands, 1, "the selection is remembered as a set");
    stage.harness.get_by_label("Auswahl aufheben").click();
    stage.harness.run();
    assert!(stage.harness.state().shell.focus.selection.is_empty());
}

#[test]
fn a_frame_drawn_in_the_scatter_selects_the_areas_inside() {
    let mut stage = relation([1366.0, 768.0]);
    let plot = stage.harness.get_by_label_contains("Streudiagramm:").rect();
    let (from, to) = (plot.min + egui::vec2(60.0, 32.0), plot.max - egui::vec2(22.0, 44.0));
    stage.harness.drag_at(from);
    stage.harness.run();
    stage.harness.hover_at(from.lerp(to, 0.5));
    stage.harness.run();
    stage.harness.hover_at(to);
    stage.harness.run();
    stage.harness.drop_at(to);
    stage.harness.run();
    assert!(stage.harness.state().shell.focus.selection.len() > 1, "the areas inside are selected");
}

#[test]
fn the_spatial_pattern_names_its_neighbours_and_its_correction() {
    let mut stage = relation([1366.0, 768.0]);
    stage.harness.get_by_label("Muster").click();
    stage.harness.run();
    stage.picture("zusammenhang_muster");
    assert!(stage.harness.query_by_label_contains("für viele Tests berichtigt").is_some());
    stage.harness.get_by_label("So wurde gerechnet").click();
    stage.harness.run();
    stage.picture("zusammenhang_muster_erklaert");
    let explanation = stage.harness.state().shell.focus.explanation.clone().expect("an explanation");
    let text = explanation.text();
    assert!(text.contains("schematische Karte") && text.contains("Benjamini"), "{text}");
}

#[test]
fn spots_of_high_values_are_shown_beside_local_moran_with_table_and_copy() {
    let mut stage = relation([1366.0, 768.0]);
    stage.harness.get_by_label("Muster").click();
    stage.harness.run();
    stage.harness.get_by_label("G*").click();
    stage.harness.run();
    stage.picture("zusammenhang_g_stern");
    assert!(stage.harness.query_by_label_contains("Häufungen (Getis-Ord G*").is_some());
    stage.harness.get_by_label("So wurde gerechnet").click();
    stage.harness.run();
    let explanation = stage.harness.state().shell.focus.explanation.clone().expect("an explanation");
    assert!(explanation.text().contains("Ord und Getis"), "{}", explanation.text());
}

#[test]
fn shift_and_an_arrow_take_the_neighbour_into_the_selection() {
    let mut stage = relation([1366.0, 768.0]);
    let hafen = stage.harness.state().area("hafen");
    stage.harness.get_all_by_label_contains("Hafen, Klasse").next().expect("a tile").click();
    stage.harness.run();
    stage.harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::ArrowRight);
    stage.harness.run();
    let focus = &stage.harness.state().shell.focus;
    assert!(focus.selection.len() == 2 && focus.selection.contains(&hafen), "{:?}", focus.selection);
    assert!(focus.area.is_some_and(|area| area != hafen && focus.selection.contains(&area)), "and goes there");
}

#[test]
fn the_legend_filters_a_class_and_the_classes_can_be_chosen() {
    let mut stage = relation([1366.0, 768.0]);
    stage.harness.get_by_label("7 Klassen").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label_contains("7 Klassen, Quantile").is_some());
    stage.harness.get_by_label("Abweichung").click();
    stage.harness.run();
    stage.picture("zusammenhang_abweichung");
    assert!(stage.harness.query_by_label_contains("Wert, nach Abstand zur Stadt (").is_some());
}

#[test]
fn map_and_scatter_are_saved_with_title_source_and_date() {
    let mut stage = relation([1366.0, 768.0]);
    for name in ["Karte", "Streudiagramm"] {
        stage.harness.get_by_label("Bild sichern …").click();
        stage.harness.run();
        stage.harness.get_by_role_and_label(egui::accesskit::Role::MenuItem, name).click();
        stage.harness.run();
        let figure = stage.harness.state().intents.iter().rev().find_map(|intent| match intent {
            Intent::SaveFigure(figure) => Some(figure.clone()),
            _ => None,
        });
        let figure = figure.expect("a picture");
        let drawing = aktionsplan::chart::figure_svg(&figure).expect("drawn");
        for words in ["Quelle: ", "Erstellt am 22.11.2026", "Beispieldaten"] {
            assert!(drawing.contains(words), "{name}: {words}");
        }
        if let Some(folder) = std::env::var_os("AKTIONSPLAN_BILDER") {
            let png = aktionsplan::chart::png(&drawing, 8.0).expect("rendered");
            std::fs::write(std::path::Path::new(&folder).join(format!("bild_{name}.png")), png).expect("written");
        }
    }
}

#[test]
fn the_profile_is_saved_as_a_picture_with_its_reference_areas() {
    let mut stage = window(Theme::Light, [1366.0, 768.0], world("marten"));
    stage.harness.run();
    stage.harness.get_by_label("Bild sichern …").click();
    stage.harness.run();
    let figure = stage.harness.state().intents.iter().find_map(|intent| match intent {
        Intent::SaveFigure(figure) => Some(figure.clone()),
        _ => None,
    });
    let figure = figure.expect("a picture");
    assert_eq!(figure.title, "Profil Marten");
    let drawing = aktionsplan::chart::figure_svg(&figure).expect("drawn");
    assert!(drawing.contains("Quelle: ") && drawing.contains("Erstellt am 22.11.2026"));
    assert!(figure.words().contains("Punktstreifen: Marten"), "{}", figure.words());
    if let Some(folder) = std::env::var_os("AKTIONSPLAN_BILDER") {
        let png = aktionsplan::chart::png(&drawing, 8.0).expect("rendered");
        std::fs::write(std::path::Path::new(&folder).join("bild_profil.png"), png).expect("written");
    }
}

#[test]
fn the_comparison_shows_z_values_places_and_the_way_to_them() {
    for (theme, size, name) in SIZES {
        let mut stage = window(theme, size, world("marten"));
        stage.harness.run();
        stage.harness.get_by_label("Vergleich").click();
        stage.harness.run();
        stage.picture(&format!("vergleich_{name}"));
        stage.harness.get_by_label("Platz").click();
        stage.harness.run();
        stage.harness.get_by_label("Als Tabelle kopieren").click();
        stage.harness.run();
        let copied = stage.harness.state().intents.iter().find_map(|intent| match intent {
            Intent::Copy(text) => Some(text.clone()),
            _ => None,
        });
        let first_places = copied.expect("a table").lines().filter(|line| line.contains("\t1\t")).count();
        assert!(first_places > 0);
    }
}
