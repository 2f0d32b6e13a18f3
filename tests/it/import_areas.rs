//! Which area a row means: names on several levels, names of other levels, keys under a heading, and what the planner
//! answers.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use super::areas::area;
use aktionsplan::domain::{Area, AreaId, AreaLevel, PlanningData};
use aktionsplan::import::{AreaChoice, ImportDraft, IssueKind, Mapping, QuestionKind, draft, propose, read};
use aktionsplan::jobs::Progress;
use std::sync::Arc;

use AreaLevel::{Sozialraum, Stadtbezirk, StatistischerBezirk, Unterbezirk};

/// An area that is also known by other names.
fn known_as(area: Area, synonyms: &[&str]) -> Area {
    Area { synonyms: synonyms.iter().map(|&name| name.to_owned()).collect(), ..area }
}

/// Names on one, two and three levels, and a key that is also printed with a zero behind.
fn city() -> PlanningData {
    let areas = vec![
        area(1, Stadtbezirk, "hoerde", "Hörde"),
        area(2, Stadtbezirk, "mengede", "Mengede"),
        area(3, Stadtbezirk, "luetgendortmund", "Lütgendortmund"),
        area(4, Stadtbezirk, "eving", "Eving"),
        area(5, Sozialraum, "hoerde", "Hörde"),
        area(6, Sozialraum, "nette", "Nette"),
        area(7, Sozialraum, "bodelschwingh", "Bodelschwingh/Westerfilde"),
        area(8, Sozialraum, "marten", "Marten"),
        known_as(area(9, StatistischerBezirk, "02", "Dorstfelder Brücke"), &["020"]),
        area(10, StatistischerBezirk, "53", "Hörde"),
        area(11, StatistischerBezirk, "12", "Eving"),
        area(12, StatistischerBezirk, "72", "Marten"),
        area(13, Unterbezirk, "021", "Westpark"),
        area(14, Unterbezirk, "022", "Dorstfelder Brücke"),
    ];
    PlanningData { areas: Arc::new(areas), ..PlanningData::default() }
}

fn mapped(text: &str, change: impl FnOnce(&mut Mapping)) -> ImportDraft {
    let source = read("tabelle.csv", text.as_bytes(), &Progress::new()).unwrap();
    let mut mapping = propose(&source, &city()).mapping;
    change(&mut mapping);
    draft(&source, &mapping, &city(), &Progress::new()).unwrap()
}

/// Level, name and value of each row, then the questions that block.
fn found(draft: &ImportDraft) -> Vec<String> {
    let areas = draft.rows.iter().map(|row| (&draft.areas[row.area as usize], row.value.get()));
    let rows = areas.map(|(area, value)| format!("{} {} {}", area.level.code(), area.name, value.unwrap_or(-1.0)));
    let questions = draft.questions.iter().filter(|question| question.blocking);
    rows.chain(questions.map(|question| format!("? {}", question.kind.code()))).collect()
}

#[test]
fn indentation_tells_the_level_of_a_name_on_two_levels() {
    let text = "Gebiet;Einwohner 2024\nHörde;57900\n  Hörde;27274\nMengede;39300\n  Nette;8940\n  \
                Bodelschwingh/Westerfilde;13731\nLütgendortmund;48900\n  Marten;9680\n";
    let expected = [
        "stadtbezirk Hörde 57900",
        "sozialraum Hörde 27274",
        "stadtbezirk Mengede 39300",
        "sozialraum Nette 8940",
        "sozialraum Bodelschwingh/Westerfilde 13731",
        "stadtbezirk Lütgendortmund 48900",
        "sozialraum Marten 9680",
    ];
    assert_eq!(found(&mapped(text, |_| {})), expected);
    let other = "Gebiet;Einwohner 2024\nEving;38900\n  Eving/Kemminghausen;20000\nHörde;57900\n  Hörde;27274\nMengede;39300\n  Nette;8940\n";
    let draft = mapped(other, |_| {});
    assert!(found(&draft).contains(&"stadtbezirk Eving 38900".to_owned()), "{:?}", found(&draft));
    assert_eq!(found(&draft).last().unwrap(), "? unknown_areas");
}

#[test]
fn a_stray_blank_before_a_name_is_no_indentation() {
    let text = "Gebiet;Einwohner 2024\nNette;8940\n Marten;9680\nBodelschwingh/Westerfilde;13731\n";
    assert_eq!(found(&mapped(text, |_| {}))[1], "sozialraum Marten 9680");
}

#[test]
fn rows_that_nothing_tells_apart_are_asked_for_their_level_and_settled_one_by_one() {
    let text = "Gebiet;Einwohner 2024\nHörde;57900\nHörde;27274\nMengede;39300\nNette;8940\n\
                Bodelschwingh/Westerfilde;13731\nLütgendortmund;48900\nMarten;9680\n";
    let asked = mapped(text, |_| {});
    assert!(!asked.is_settled());
    let rows = asked.questions.iter().find_map(|question| match &question.kind {
        QuestionKind::RowLevels { rows } => Some(rows.clone()),
        _ => None,
    });
    let rows = rows.unwrap();
    assert_eq!(rows.iter().map(|row| row.cell.row).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(rows[0].levels, [Stadtbezirk, Sozialraum, StatistischerBezirk]);
    assert!(!found(&asked).iter().any(|row| row.contains("Hörde")), "{:?}", found(&asked));
    let settled = mapped(text, |mapping| {
        mapping.set_row_level(1, Sozialraum);
        mapping.set_row_level(2, Stadtbezirk);
    });
    assert!(settled.is_settled(), "{:?}", settled.questions);
    assert_eq!(found(&settled)[..2], ["sozialraum Hörde 57900", "stadtbezirk Hörde 27274"]);
    // What was settled is read back from the file of the mapping.
    let again = Mapping::from_toml(&settled.mapping().to_toml()).unwrap();
    assert_eq!(again, *settled.mapping());
}

#[test]
fn level_words_before_names_set_the_level_of_their_rows() {
    let text = "Stadtbezirk/Sozialraum;Einwohner 2024\nStadtbezirk Hörde;57900\nHörde;27274\n\
                Stadtbezirk Mengede;39300\nNette;8940\n";
    let expected =
        ["stadtbezirk Hörde 57900", "sozialraum Hörde 27274", "stadtbezirk Mengede 39300", "sozialraum Nette 8940"];
    assert_eq!(found(&mapped(text, |_| {})), expected);
    let long = "Gebiet;Jahr;Einwohner\nStadtbezirk Nette;2024;1\n";
    assert_eq!(found(&mapped(long, |_| {})), ["? unknown_areas"]);
    let long = "Gebiet;Jahr;Einwohner\nStadtbezirk Hörde;2024;57900\nHörde;2024;27274\nStadtbezirk Mengede;2024;39300\n\
                Nette;2024;8940\nBodelschwingh/Westerfilde;2024;13731\n";
    let expected = ["stadtbezirk Hörde 57900", "sozialraum Hörde 27274", "stadtbezirk Mengede 39300"];
    assert_eq!(found(&mapped(long, |_| {}))[..3], expected);
}

#[test]
fn an_area_known_on_another_level_is_no_unknown_one_and_never_created_unasked() {
    let text = "Gebiet;Einwohner 2024\nNette;8940\nEving;38900\nBodelschwingh/Westerfilde;13731\nInsel;3\n";
    let asked = mapped(text, |_| {});
    assert_eq!(found(&asked)[2..], ["? areas_on_other_levels", "? unknown_areas"]);
    let sentence = asked.questions.iter().find(|question| question.kind.code() == "areas_on_other_levels").unwrap();
    assert_eq!(
        sentence.text(),
        "„Eving“ gibt es im Projekt als Stadtbezirk und Statistischer Bezirk, nicht als Sozialraum. Welche Ebene ist gemeint?"
    );
    let QuestionKind::AreasOnOtherLevels { areas } = &sentence.kind else { panic!() };
    assert_eq!(areas[0].similar[..2], [AreaId(4), AreaId(11)]);
    let created = mapped(text, |mapping| mapping.create_areas = true);
    assert_eq!(found(&created)[2..], ["sozialraum Insel 3", "? areas_on_other_levels"]);
    let chosen = mapped(text, |mapping| {
        mapping.create_areas = true;
        let choice = AreaChoice::Existing { level: Stadtbezirk, key: "eving".into() };
        mapping.area_choices.insert("sozialraum/Eving".into(), choice);
    });
    assert_eq!(found(&chosen)[1], "stadtbezirk Eving 38900");
    let leveled = mapped(text, |mapping| {
        mapping.create_areas = true;
        mapping.set_row_level(2, StatistischerBezirk);
    });
    assert_eq!(found(&leveled)[1], "statistischer_bezirk Eving 38900");
    assert!(leveled.is_settled(), "{:?}", leveled.questions);
}

#[test]
fn a_heading_says_the_level_of_a_name_that_stands_among_its_areas() {
    let text = "Sozialraum;Einwohner 2024\nNette;8940\nMengede;16390\nMarten;9680\n";
    let asked = mapped(text, |_| {});
    assert_eq!(found(&asked), ["sozialraum Nette 8940", "sozialraum Marten 9680", "? areas_on_other_levels"]);
    assert_eq!(
        asked.questions[0].text(),
        "„Mengede“ gibt es im Projekt als Stadtbezirk, nicht als Sozialraum. Welche Ebene ist gemeint?"
    );
    let known = |issue: &aktionsplan::import::Issue| matches!(&issue.kind, IssueKind::AreaOnOtherLevel { known, .. } if *known == [Stadtbezirk]);
    assert!(asked.issues.iter().any(known), "{:?}", asked.issues);
    let created = mapped(text, |mapping| mapping.create_areas = true);
    assert_eq!(found(&created)[1], "sozialraum Mengede 16390");
    // Districts below the quarters are districts, whatever the heading says.
    let below = "Sozialraum;Einwohner 2024\nNette;8940\nMarten;9680\nMengede;16390\nLütgendortmund;9\n";
    assert_eq!(found(&mapped(below, |_| {}))[2..], ["stadtbezirk Mengede 16390", "stadtbezirk Lütgendortmund 9"]);
}

#[test]
fn a_key_with_a_zero_behind_is_the_district_only_where_the_table_does_not_divide_it() {
    let parts = "Unterbezirk;EW 2024\n020;5000\n021;6000\n022;7000\n";
    let asked = mapped(parts, |_| {});
    assert_eq!(found(&asked)[2..], ["? areas_on_other_levels"]);
    assert!(found(&asked).iter().all(|row| !row.contains("statistischer_bezirk")), "{:?}", found(&asked));
    let unheaded = mapped(&parts.replace("Unterbezirk", "Gebiet"), |_| {});
    assert_eq!(found(&unheaded)[2..], ["? areas_on_other_levels"]);
    let whole = "Statistischer Bezirk;EW 2024\n020;5000\n53;6000\n12;7000\n";
    assert_eq!(found(&mapped(whole, |_| {}))[0], "statistischer_bezirk Dorstfelder Brücke 5000");
}

#[test]
fn a_single_row_known_on_another_level_only_is_asked_about_and_two_of_them_are_not() {
    let text = "Gebiet;Einwohner 2024\nNette;8940\nMengede;16390\nMarten;9680\n";
    let asked = mapped(text, |_| {});
    assert_eq!(found(&asked), ["sozialraum Nette 8940", "sozialraum Marten 9680", "? areas_on_other_levels"]);
    let long = "Gebiet;Jahr;Einwohner\nNette;2024;8940\nMengede;2024;16390\nMarten;2024;9680\n";
    assert_eq!(found(&mapped(long, |_| {})), found(&asked));
    let districts = format!("{text}Bodelschwingh/Westerfilde;13731\nLütgendortmund;48900\n");
    let read = found(&mapped(&districts, |_| {}));
    assert_eq!(read[1], "stadtbezirk Mengede 16390");
    assert_eq!(read[4..], ["stadtbezirk Lütgendortmund 48900"]);
}

#[test]
fn levels_said_for_rows_are_not_asked_again_in_the_next_table() {
    let text = "Gebiet;Einwohner 2024\nHörde;57900\nHörde;27274\nMengede;39300\nNette;8940\n\
                Bodelschwingh/Westerfilde;13731\nLütgendortmund;48900\nMarten;9680\n";
    let settled = mapped(text, |mapping| {
        mapping.set_row_level(1, Sozialraum);
        mapping.set_row_level(2, Stadtbezirk);
    });
    let toml = settled.mapping().to_toml();
    assert!(toml.contains("\"Hörde\" = [") && toml.contains("\"sozialraum\""), "{toml}");
    let stored = Mapping::from_toml(&toml).unwrap();
    let next = |text: &str| {
        let source = read("tabelle.csv", text.as_bytes(), &Progress::new()).unwrap();
        let mapping = aktionsplan::import::reapply(&stored, &source, &city(), &Progress::new()).unwrap().mapping;
        draft(&source, &mapping, &city(), &Progress::new()).unwrap()
    };
    let again =
        next(&text.replace("2024", "2025").replace("Hörde;57900\n", "").replace("Nette;", "Hörde;58000\nNette;"));
    assert!(again.is_settled(), "{:?}", again.questions);
    assert_eq!(found(&again)[0], "sozialraum Hörde 27274");
    assert_eq!(found(&again)[2], "stadtbezirk Hörde 58000");
    // With another number of rows nobody has said which is which.
    let more = next(&text.replace("2024", "2025").replace("Nette;", "Hörde;1\nNette;"));
    assert!(found(&more).contains(&"? row_levels".to_owned()), "{:?}", found(&more));
}
