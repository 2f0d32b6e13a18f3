//! The built program, driven from outside without a window.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in a folder, without display.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_aktionsplan"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

/// Runs the program and expects success; standard output.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the program and expects this exit code; standard error.
fn fails(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
    stderr(&output)
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn dump(project: &Path) -> String {
    aktionsplan::project::Project::open(project, aktionsplan::clock::system_clock()).unwrap().dump().unwrap()
}

fn with_example() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["neu", "p.aktionsplan", "--beispiel"]);
    folder
}

fn with_frame() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["neu", "p.aktionsplan"]);
    folder
}

#[test]
fn the_example_gives_stock_ranking_and_document() {
    let folder = with_example();
    let path = folder.path();
    done(path, &["bestand", "p.aktionsplan", "--nach", "bestand.csv", "--maschine"]);
    let stock = fs::read_to_string(path.join("bestand.csv")).unwrap();
    let header = "area_key,area_name,indicator,period,value,status,import,sheet,cell,area_level,demonstration";
    assert_eq!(stock.lines().next(), Some(header));
    assert!(stock.lines().count() > 1000);

    let summary = json(&done(path, &["rangfolge", "p.aktionsplan", "--nach", "erste", "--json"]));
    assert_eq!(summary["ok"], Value::Bool(true));
    let ranks = fs::read_to_string(path.join("erste/rangfolge.csv")).unwrap();
    assert_eq!(ranks.lines().next(), Some("\u{feff}area_key;name;index;rank;rank_low;rank_median;rank_high;class"));
    assert_eq!(ranks.lines().count() as u64 - 1, summary["areas"].as_u64().unwrap());

    done(path, &["programm", "p.aktionsplan", "--aktionsraum", "Marten", "--nach", "texte"]);
    let document = fs::read_dir(path.join("texte")).unwrap().next().unwrap().unwrap().path();
    assert!(part(&document, "word/document.xml").contains("Marten"));
}

/// A part of a Word document.
fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn the_same_recipe_gives_the_same_bytes() {
    let folder = with_example();
    let path = folder.path();
    let recipe = done(path, &["rezept", "--zeigen", "Index mit Spannen (empfohlen)", "--projekt", "p.aktionsplan"]);
    fs::write(path.join("r.toml"), recipe).unwrap();
    done(path, &["rezept", "--pruefen", "r.toml", "--projekt", "p.aktionsplan"]);
    for target in ["erste", "zweite"] {
        let arguments = ["rangfolge", "p.aktionsplan", "--rezept", "r.toml", "--startwert", "7", "--nach", target];
        done(path, &arguments);
    }
    for file in ["rangfolge.csv", "stufen.csv", "beitraege.csv", "empfindlichkeit.csv", "methode.txt"] {
        let [first, second] = ["erste", "zweite"].map(|folder| fs::read(path.join(folder).join(file)).unwrap());
        assert!(first == second && !first.is_empty(), "{file} differs");
    }
}

#[test]
fn contributions_of_an_area_add_up_to_its_index() {
    let folder = with_example();
    let path = folder.path();
    done(path, &["rangfolge", "p.aktionsplan", "--nach", "aus", "--maschine"]);
    let rows = |file: &str| -> Vec<Vec<String>> {
        let text = fs::read_to_string(path.join("aus").join(file)).unwrap();
        text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    };
    let contributions = rows("beitraege.csv");
    for area in rows("rangfolge.csv") {
        let own = contributions.iter().filter(|row| row[0] == area[0]);
        let sum: f64 = own.map(|row| row[7].parse::<f64>().unwrap()).sum();
        assert!((sum - area[2].parse::<f64>().unwrap()).abs() < 1e-12, "{}", area[1]);
    }
}

#[test]
fn a_table_is_imported_as_its_mapping_says() {
    let folder = with_frame();
    let path = folder.path();
    fs::write(path.join("t.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nHörde;27,25\nNette;.\n").unwrap();
    done(path, &["zuordnung", "p.aktionsplan", "t.csv", "--nach", "z.toml"]);
    let before = dump(&path.join("p.aktionsplan"));
    let arguments = ["import", "p.aktionsplan", "t.csv", "--zuordnung", "z.toml", "--json"];
    let checked = json(&done(path, &[&arguments[..], &["--nur-pruefen"]].concat()));
    assert_eq!(checked["tables"][0]["new"], 3);
    assert_eq!(dump(&path.join("p.aktionsplan")), before);
    let imported = json(&done(path, &arguments));
    assert_eq!((&imported["imported"], &imported["tables"][0]["without_value"]), (&Value::Bool(true), &Value::from(1)));
    done(path, &["bestand", "p.aktionsplan", "--nach", "aus.csv", "--maschine"]);
    let stock = fs::read_to_string(path.join("aus.csv")).unwrap();
    let row = |start: &str, end: &str| stock.lines().any(|line| line.starts_with(start) && line.ends_with(end));
    assert!(row("marten,Marten,SGB2,2031,38.7,reported,t.csv,", ",B2,sozialraum,0"), "{stock}");
    assert!(row("nette,Nette,SGB2,2031,,suppressed,t.csv,", ",B4,sozialraum,0"), "{stock}");
}

#[test]
fn a_table_is_proposed_anew_where_no_memory_is_wanted() {
    let folder = with_frame();
    let path = folder.path();
    fs::write(path.join("a.csv"), "Sozialraum;SGB-II-Quote 2031;Fälle 2031\nMarten;38,7;5\nHörde;27,25;6\n").unwrap();
    let next = "Sozialraum;SGB-II-Quote 2032;Fälle 2032;Plätze 2032\nMarten;38,7;5;7\nHörde;27,25;6;8\n";
    fs::write(path.join("b.csv"), next).unwrap();
    done(path, &["import", "p.aktionsplan", "a.csv"]);
    let mapping = |more: &[&str]| {
        let arguments = [&["zuordnung", "p.aktionsplan", "b.csv", "--json"], more].concat();
        json(&done(path, &arguments))["mapping"].as_str().unwrap().to_owned()
    };
    assert!(mapping(&[]).contains("new_columns"));
    assert!(!mapping(&["--ohne-gemerkte"]).contains("new_columns"));
    let imported = json(&done(path, &["import", "p.aktionsplan", "b.csv", "--ohne-gemerkte", "--json"]));
    assert_eq!(imported["tables"][0]["new"], 6);
}

#[test]
fn the_stock_gives_back_every_cell_as_the_table_has_it() {
    let folder = with_frame();
    let path = folder.path();
    let table = "Sozialraum;SGB-II-Quote 2031;SGB-II-Quote 2032\nMarten;38,7;1.234,5\nHörde;27,25;-\nNette;.;0\n";
    fs::write(path.join("t.csv"), table).unwrap();
    let mapping = done(path, &["zuordnung", "p.aktionsplan", "t.csv"]);
    fs::write(path.join("z.toml"), mapping.replace("nil_confirmed = false", "nil_confirmed = true")).unwrap();
    done(path, &["import", "p.aktionsplan", "t.csv", "--zuordnung", "z.toml"]);
    done(path, &["bestand", "p.aktionsplan", "--nach", "aus.csv", "--maschine"]);
    let cells: Vec<Vec<&str>> = table.lines().map(|line| line.split(';').collect()).collect();
    let stock = fs::read_to_string(path.join("aus.csv")).unwrap();
    let mut compared = 0;
    for row in stock.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).filter(|row| row[6] == "t.csv") {
        let column = usize::from(row[8].as_bytes()[0] - b'A');
        let cell = &cells[row[8][1..].parse::<usize>().unwrap() - 1];
        let expected = match cell[column] {
            "." => ("".to_owned(), "suppressed"),
            "-" => ("0".to_owned(), "nil"),
            number => (number.replace('.', "").replace(',', "."), "reported"),
        };
        assert_eq!((row[4].to_owned(), row[5]), expected, "{row:?}");
        assert_eq!((row[1], row[3]), (cell[0], ["", "2031", "2032"][column]));
        compared += 1;
    }
    assert_eq!(compared, 6, "{stock}");
}

#[test]
fn a_check_tells_machines_counts_questions_issues_and_changes() {
    let folder = with_frame();
    let path = folder.path();
    let table = "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nHörde;127,25\nNirgendwo;1,5\n";
    fs::write(path.join("t.csv"), table).unwrap();
    let arguments =
        ["import", "p.aktionsplan", "t.csv", "--nur-pruefen", "--json", "--pruefliste", "l.csv", "--maschine"];
    let answer = fails(path, &arguments, 1);
    assert!(answer.contains("Nirgendwo") || answer.contains("Ein Gebiet"), "{answer}");
    let list = fs::read_to_string(path.join("l.csv")).unwrap();
    assert!(list.starts_with("file,sheet,cell,severity,kind,text\r\n"), "{list}");
    assert!(list.contains(",question,unknown_areas,") && list.contains(",B3,check,outside_range,"), "{list}");
    fs::write(path.join("t.csv"), table.replace("Nirgendwo;1,5\n", "")).unwrap();
    done(path, &["import", "p.aktionsplan", "t.csv"]);
    fs::write(path.join("t.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;38,9\nHörde;127,25\n").unwrap();
    let checked = json(&done(path, &["import", "p.aktionsplan", "t.csv", "--nur-pruefen", "--json"]));
    let table = &checked["tables"][0];
    assert_eq!(
        (&table["changed"], &table["unchanged"], &table["open"]),
        (&1.into(), &1.into(), &0.into()),
        "{checked}"
    );
    assert_eq!((&table["changes"][0]["old_value"], &table["changes"][0]["new_value"]), (&38.7.into(), &38.9.into()));
    let issue = &table["issues"][0];
    assert_eq!(
        (&issue["cell"], &issue["severity"], &issue["kind"]),
        (&"B3".into(), &"check".into(), &"outside_range".into())
    );
}

#[test]
fn open_questions_leave_the_project_as_it_was() {
    let folder = with_frame();
    let path = folder.path();
    fs::write(path.join("gut.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nHörde;27,25\n").unwrap();
    fs::write(path.join("offen.csv"), "Sozialraum;SGB-II-Quote\nMarten;38,7\nHörde;27,25\n").unwrap();
    let before = dump(&path.join("p.aktionsplan"));
    let answer = fails(path, &["import", "p.aktionsplan", "gut.csv", "offen.csv"], 1);
    assert!(answer.contains("Der Import wurde nicht ausgeführt."), "{answer}");
    assert!(answer.contains("Es wurde nichts geändert."), "{answer}");
    assert_eq!(dump(&path.join("p.aktionsplan")), before);
}

#[test]
fn a_dash_is_no_zero_before_the_planner_says_so_and_what_holds_nothing_up_is_said() {
    let folder = with_frame();
    let path = folder.path();
    let table = "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nNette;-\nHörde;27,25\nalle zusammen;30,0\n";
    fs::write(path.join("t.csv"), table).unwrap();
    let before = dump(&path.join("p.aktionsplan"));
    let answer = fails(path, &["import", "p.aktionsplan", "t.csv"], 1);
    assert!(answer.contains("„-“") && answer.contains("nil_confirmed = true"), "{answer}");
    assert_eq!(dump(&path.join("p.aktionsplan")), before);
    let mapping = done(path, &["zuordnung", "p.aktionsplan", "t.csv"]);
    let (open, checks) = mapping.split_once("# Bitte prüfen:\n").expect("two parts");
    assert!(open.starts_with("# Offene Fragen:\n# - ") && open.contains("nil_confirmed"), "{mapping}");
    assert!(checks.starts_with("# - ") && checks.contains("„alle zusammen“"), "{mapping}");
    fs::write(path.join("z.toml"), mapping.replace("nil_confirmed = false", "nil_confirmed = true")).unwrap();
    let said = done(path, &["import", "p.aktionsplan", "t.csv", "--zuordnung", "z.toml"]);
    assert!(said.contains("Bitte prüfen: „alle zusammen“"), "{said}");
}

#[test]
fn a_table_of_which_nothing_can_be_read_says_why() {
    let folder = with_frame();
    let path = folder.path();
    fs::write(path.join("t.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;1,5\nHörde;2,5\n").unwrap();
    let mapping = done(path, &["zuordnung", "p.aktionsplan", "t.csv"]);
    fs::write(path.join("z.toml"), mapping).unwrap();
    fs::write(path.join("t.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;1,5 oder mehr\nHörde;2,5 bis 3\n").unwrap();
    let answer = fails(path, &["import", "p.aktionsplan", "t.csv", "--zuordnung", "z.toml"], 1);
    assert!(answer.contains("keinen Wert") && answer.contains("B2: „1,5 oder mehr“"), "{answer}");
    assert!(answer.contains("B3: "), "{answer}");
}

#[test]
fn a_table_of_known_shape_is_read_as_before_but_never_with_the_old_period() {
    let folder = with_frame();
    let path = folder.path();
    let table = |value: &str| format!("Sozialraum;SGB-II-Quote\nMarten;{value}\nHörde;27,25\n");
    fs::write(path.join("a.csv"), table("38,7")).unwrap();
    done(path, &["zuordnung", "p.aktionsplan", "a.csv", "--nach", "z.toml"]);
    let mapping = fs::read_to_string(path.join("z.toml")).unwrap();
    let mut mapping = aktionsplan::import::Mapping::from_toml(&mapping).unwrap();
    mapping.period = Some("2031".into());
    fs::write(path.join("z.toml"), mapping.to_toml()).unwrap();
    done(path, &["import", "p.aktionsplan", "a.csv", "--zuordnung", "z.toml"]);
    fs::write(path.join("b.csv"), table("39,9")).unwrap();
    fails(path, &["import", "p.aktionsplan", "b.csv"], 1);
    fs::rename(path.join("b.csv"), path.join("b-2032.csv")).unwrap();
    done(path, &["import", "p.aktionsplan", "b-2032.csv"]);
    done(path, &["import", "p.aktionsplan", "a.csv"]);
}

#[test]
fn a_backup_becomes_the_same_project_again() {
    let folder = with_frame();
    let path = folder.path();
    let backup = json(&done(path, &["sichern", "p.aktionsplan", "--json"]))["backup"].as_str().unwrap().to_owned();
    done(path, &["wiederherstellen", &backup, "--nach", "neu.aktionsplan"]);
    assert_eq!(dump(&path.join("neu.aktionsplan")), dump(&path.join("p.aktionsplan")));
    let answer = fails(path, &["wiederherstellen", &backup, "--nach", "neu.aktionsplan"], 1);
    assert!(answer.contains("gibt es schon"), "{answer}");
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let folder = with_frame();
    let path = folder.path();
    let bytes = fs::read(path.join("p.aktionsplan")).unwrap();
    fs::write(path.join("halb.aktionsplan"), &bytes[..bytes.len() / 2]).unwrap();
    fails(path, &["wiederherstellen", "halb.aktionsplan", "--nach", "neu.aktionsplan"], 1);
    let mut names: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["halb.aktionsplan", "p.aktionsplan"]);
    fails(path, &["pruefen", "halb.aktionsplan"], 1);
    done(path, &["pruefen", "p.aktionsplan"]);
}

#[test]
fn a_document_that_somebody_may_have_edited_is_not_overwritten() {
    let folder = with_example();
    let path = folder.path();
    let arguments = ["programm", "p.aktionsplan", "--aktionsraum", "marten", "--profil", "kurz", "--nach", "texte"];
    done(path, &arguments);
    done(path, &arguments);
    assert_eq!(fs::read_dir(path.join("texte")).unwrap().count(), 2);
}

#[test]
fn tables_leave_as_a_folder_of_csv_and_what_is_open_is_told() {
    let folder = with_example();
    let path = folder.path();
    let arguments =
        ["programm", "p.aktionsplan", "--aktionsraum", "marten", "--format", "csv", "--nach", "texte", "--json"];
    let said: serde_json::Value = serde_json::from_str(&done(path, &arguments)).unwrap();
    assert_eq!(said["open_points"][0]["area"], "Marten");
    let written = path.join(said["files"][0].as_str().unwrap());
    assert!(written.is_dir(), "{}", written.display());
    let mut names: Vec<String> =
        fs::read_dir(&written).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names[..3], ["01_Überblick.csv", "02_Indikatoren.csv", "03_Ziele.csv"]);
    for name in &names {
        let text = fs::read_to_string(written.join(name)).unwrap();
        assert!(text.starts_with('\u{feff}') && text.contains("Beispieldaten"), "{name}");
        assert!(!text.contains("Kontaktperson"), "{name}");
    }
    let costs = fs::read_to_string(written.join("05_Kosten.csv")).unwrap();
    assert!(costs.contains("Summe;") && costs.contains(";229400\r\n"), "{costs}");
    done(path, &arguments);
    assert_eq!(fs::read_dir(path.join("texte")).unwrap().count(), 2, "nothing is overwritten, nothing half written");
}

#[test]
fn documents_given_out_are_recorded_and_name_persons_only_on_request() {
    let folder = with_example();
    let path = folder.path();
    let arguments = ["programm", "p.aktionsplan", "--aktionsraum", "marten", "--art", "ratsvorlage", "--nach", "texte"];
    done(path, &arguments);
    done(path, &[&arguments[..], &["--kontaktpersonen"]].concat());
    let file = path.join("p.aktionsplan");
    let project = aktionsplan::project::Project::open(&file, aktionsplan::clock::system_clock()).unwrap();
    let history = &project.snapshot().history;
    assert_eq!(history[0].label, "Dokumente ausgegeben");
    assert_eq!(history[0].detail, "Ratsvorlage: Marten (docx)");
    assert!(project.snapshot().ausgaben.werte.keys().any(|reference| reference.contains(":marten:")));
    let written = |name: &str| {
        let bytes = fs::read(path.join("texte").join(name)).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut text).unwrap();
        text
    };
    let mut names: Vec<String> = fs::read_dir(path.join("texte"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let with: Vec<bool> = names.iter().map(|name| written(name).contains("Kontaktpersonen")).collect();
    assert_eq!(with.iter().filter(|with| **with).count(), 1, "{names:?}");
}

#[test]
fn refusals_name_what_happened_what_it_means_and_what_to_do() {
    let folder = with_frame();
    let path = folder.path();
    let missing = fails(path, &["bestand", "fehlt.aktionsplan", "--nach", "aus.csv"], 1);
    assert!(missing.contains("fehlt.aktionsplan") && missing.lines().count() >= 4, "{missing}");
    let taken = fails(path, &["neu", "p.aktionsplan"], 1);
    assert!(taken.contains("gibt es schon"), "{taken}");
    let unknown = fails(path, &["programm", "p.aktionsplan", "--aktionsraum", "Nirgendwo", "--nach", "o"], 1);
    assert!(unknown.contains("Nirgendwo"), "{unknown}");
    let format = fails(path, &["programm", "p.aktionsplan", "--alle", "--format", "rtf", "--nach", "o"], 1);
    assert!(format.contains("docx"), "{format}");
    assert!(!path.join("o").exists());
    fs::write(path.join("kaputt.toml"), "name = 3").unwrap();
    let recipe = fails(path, &["rangfolge", "p.aktionsplan", "--rezept", "kaputt.toml", "--nach", "o"], 1);
    assert!(recipe.contains("kein gültiges Rezept"), "{recipe}");
}

#[test]
fn a_new_project_needs_a_folder_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let answer = fails(folder.path(), &["neu", "nirgends/p.aktionsplan"], 1);
    assert!(answer.contains("„nirgends/p.aktionsplan“") && answer.contains("nicht vorhanden"), "{answer}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn nothing_is_written_over_a_project_or_the_table_itself() {
    let folder = with_frame();
    let path = folder.path();
    fs::write(path.join("t.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nHörde;27,25\n").unwrap();
    let before = fs::read(path.join("p.aktionsplan")).unwrap();
    let calls: [&[&str]; 3] = [
        &["bestand", "p.aktionsplan", "--nach", "p.aktionsplan"],
        &["zuordnung", "p.aktionsplan", "t.csv", "--nach", "p.aktionsplan"],
        &["zuordnung", "p.aktionsplan", "t.csv", "--nach", "./t.csv"],
    ];
    for call in calls {
        assert!(fails(path, call, 1).contains("würde überschrieben"), "{call:?}");
    }
    assert_eq!(fs::read(path.join("p.aktionsplan")).unwrap(), before);
    assert!(fs::read_to_string(path.join("t.csv")).unwrap().contains("38,7"));
}

#[test]
fn a_refused_restore_names_the_backup_and_the_wanted_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::write(path.join("brief.txt"), "kein Projekt").unwrap();
    let answer = fails(path, &["wiederherstellen", "brief.txt", "--nach", "neu.aktionsplan"], 1);
    assert!(answer.contains("„brief.txt“"), "{answer}");
    assert!(!path.join("neu.unfertig").exists());
}

#[test]
fn a_note_about_a_table_is_said_once() {
    let folder = with_frame();
    let table = b"Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nH\xf6rde;27,25\n";
    fs::write(folder.path().join("t.csv"), table).unwrap();
    let checked = done(folder.path(), &["import", "p.aktionsplan", "t.csv", "--nur-pruefen", "--json"]);
    assert_eq!(checked.matches("Windows-1252").count(), 1, "{checked}");
}

#[test]
fn the_first_area_is_no_heading_although_its_value_is_words() {
    let folder = with_frame();
    let table = "Sozialraum;SGB-II-Quote 2031\nMarten;k. A.\nHörde;27,25\nNette;20,5\n";
    fs::write(folder.path().join("t.csv"), table).unwrap();
    let checked = json(&done(folder.path(), &["import", "p.aktionsplan", "t.csv", "--nur-pruefen", "--json"]));
    assert_eq!(checked["tables"][0]["refused"], 1, "{checked}");
}

#[test]
fn a_remembered_factor_that_the_new_numbers_do_not_show_holds_the_import_up() {
    let folder = with_frame();
    let path = folder.path();
    fs::write(path.join("a-2030.csv"), "Sozialraum;Haushalte\nMarten;1,2 Tsd.\nHörde;2,5 Tsd.\n").unwrap();
    let mapping = done(path, &["zuordnung", "p.aktionsplan", "a-2030.csv"]);
    let mapping = mapping.replace("header = \"Haushalte\"", "header = \"Haushalte\"\nfactor = 1000.0");
    fs::write(path.join("z.toml"), mapping).unwrap();
    done(path, &["import", "p.aktionsplan", "a-2030.csv", "--zuordnung", "z.toml"]);
    fs::write(path.join("b-2031.csv"), "Sozialraum;Haushalte\nMarten;1250\nHörde;2480\n").unwrap();
    let answer = fails(path, &["import", "p.aktionsplan", "b-2031.csv"], 1);
    for said in ["mit 1.000 malgenommen", "„1250“ ist malgenommen 1.250.000, sonst 1.250", "factor = 1000.0"] {
        assert!(answer.contains(said), "{answer}");
    }
    let mapping = done(path, &["zuordnung", "p.aktionsplan", "b-2031.csv"]);
    fs::write(path.join("z.toml"), mapping.replace("remembered_factor = 1000.0", "factor = 1.0")).unwrap();
    done(path, &["import", "p.aktionsplan", "b-2031.csv", "--zuordnung", "z.toml"]);
}

#[test]
fn a_project_that_is_open_elsewhere_is_left_alone() {
    let folder = with_frame();
    let open =
        aktionsplan::project::Project::open(&folder.path().join("p.aktionsplan"), aktionsplan::clock::system_clock());
    let answer = fails(folder.path(), &["bestand", "p.aktionsplan", "--nach", "aus.csv"], 1);
    assert!(answer.contains("schon geöffnet"), "{answer}");
    assert!(!folder.path().join("aus.csv").exists());
    drop(open);
    done(folder.path(), &["bestand", "p.aktionsplan", "--nach", "aus.csv"]);
}

#[test]
fn a_protected_project_can_be_read_but_not_changed() {
    let folder = with_frame();
    let path = folder.path();
    let project = path.join("p.aktionsplan");
    let mut rights = fs::metadata(&project).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&project, rights).unwrap();
    done(path, &["bestand", "p.aktionsplan", "--nach", "aus.csv"]);
    fs::write(path.join("t.csv"), "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nHörde;27,25\n").unwrap();
    let answer = fails(path, &["import", "p.aktionsplan", "t.csv"], 1);
    assert!(answer.contains("nur gelesen"), "{answer}");
}

#[test]
fn a_refusal_is_an_object_too() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["pruefen", "fehlt.aktionsplan", "--json"]);
    let refused = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(refused["ok"], Value::Bool(false));
    assert!(refused["error"]["action"].as_str().is_some_and(|action| !action.is_empty()));
}

#[test]
fn wrong_calls_end_with_2_and_german_words() {
    let folder = tempfile::tempdir().unwrap();
    assert!(fails(folder.path(), &["bestand", "p"], 2).starts_with("Es fehlt"));
    assert!(fails(folder.path(), &["neu", "p", "--vorlage", "leer", "--beispiel"], 2).contains("--beispiel"));
    assert!(!folder.path().join("p").exists());
}

#[test]
fn without_a_display_the_window_names_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    if cfg!(target_os = "linux") {
        let answer = fails(folder.path(), &[], 1);
        assert!(answer.contains("kein Bildschirm") && answer.contains("rangfolge"), "{answer}");
    }
}

#[test]
fn help_and_recipes_need_no_project() {
    let folder = tempfile::tempdir().unwrap();
    assert!(done(folder.path(), &["--help"]).contains("wiederherstellen"));
    assert!(done(folder.path(), &["--version"]).contains(env!("CARGO_PKG_VERSION")));
    assert!(done(folder.path(), &["rezept", "--liste"]).contains("Index mit Spannen"));
}

#[test]
fn the_handbook_is_written_as_markdown_and_word_and_says_that_its_cases_agree() {
    let folder = tempfile::tempdir().unwrap();
    let said = done(folder.path(), &["handbuch", "--nach", "Handbuch.md"]);
    assert!(said.contains("Alle 55 Fälle stimmen überein."), "{said}");
    let text = fs::read_to_string(folder.path().join("Handbuch.md")).unwrap();
    assert!(text.contains("# Prüfrechnungen") && text.contains("| CRITIC, erstes Gewicht | pymcdm 1.4.0 |"));
    done(folder.path(), &["handbuch", "--nach", "Handbuch.docx"]);
    assert!(fs::read(folder.path().join("Handbuch.docx")).unwrap().starts_with(b"PK"));
}

/// Names of columns stand in string lists of the commands; each must be explained in the handbook.
#[test]
fn every_column_of_a_table_is_explained_in_the_handbook() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let handbook = fs::read_to_string(root.join("assets/texte/methodenhandbuch/13_tabellen.md")).unwrap();
    let explained = |column: &str| {
        let first_cells = handbook.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        first_cells.flat_map(|cell| cell.split(", ")).any(|name| name == column)
            || handbook.contains(&format!("`{column}`"))
    };
    let mut missing = Vec::new();
    for file in fs::read_dir(root.join("src/cli")).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        let made = source.split("Table::new(").skip(1).filter_map(|rest| Some(rest.split_once("&[")?.1));
        let lists = made.chain(source.split("const COLUMNS: &[&str] = &[").skip(1));
        for list in lists.filter_map(|list| list.split(']').next()) {
            missing.extend(list.split('"').skip(1).step_by(2).filter(|column| !explained(column)).map(str::to_owned));
        }
    }
    assert!(missing.is_empty(), "columns without explanation: {missing:?}");
}

/// The invented city that spatial statistics are checked with.
fn invented_city(folder: &Path) {
    fs::write(folder.join("gebiete.geojson"), include_bytes!("../fixtures/analysis/space/gebiete.geojson")).unwrap();
    let expected = json(include_str!("../fixtures/analysis/space/expected.json"));
    let values = expected["values"].as_array().unwrap().iter().enumerate();
    let rows =
        values.map(|(at, value)| format!("{:02};Feld {:02};{}\n", at + 1, at + 1, value.to_string().replace('.', ",")));
    let table = format!("Schlüssel;Name;Quote in %\n{}", rows.collect::<String>());
    fs::write(folder.join("werte_2024.csv"), table).unwrap();
}

#[test]
fn boundaries_bring_areas_and_their_neighbours_give_spatial_statistics() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    invented_city(path);
    done(path, &["neu", "p.aktionsplan", "--vorlage", "leer"]);
    let before = dump(&path.join("p.aktionsplan"));
    let refusal = fails(path, &["raeume", "p.aktionsplan", "gebiete.geojson"], 1);
    assert!(refusal.contains("Nennen Sie die Ebene"), "{refusal}");
    done(path, &["raeume", "p.aktionsplan", "gebiete.geojson", "--ebene", "stadtteil", "--nur-pruefen"]);
    assert_eq!(dump(&path.join("p.aktionsplan")), before);
    let taken = json(&done(path, &["raeume", "p.aktionsplan", "gebiete.geojson", "--ebene", "Stadtteil", "--json"]));
    assert_eq!((&taken["boundaries"], &taken["new_areas"]), (&Value::from(36), &Value::from(36)));
    done(path, &["import", "p.aktionsplan", "werte_2024.csv"]);
    done(path, &["bestand", "p.aktionsplan", "--nach", "bestand.csv", "--maschine"]);
    let stock = fs::read_to_string(path.join("bestand.csv")).unwrap();
    let indicator = stock.lines().nth(1).unwrap().split(',').nth(2).unwrap().to_owned();
    for (target, more) in [("aus", ["--startwert", "1"]), ("gleich", ["--startwert", "1"])] {
        let call = ["raumstatistik", "p.aktionsplan", "--indikator", &indicator, "--periode", "2024", "--maschine"];
        let summary = json(&done(path, &[&call[..], &more, &["--nach", target, "--json"]].concat()));
        assert_eq!(summary["neighbours_from"], Value::from("boundaries"));
    }
    for file in ["global.csv", "lokal.csv", "nachbarn.csv", "ausgenommen.csv", "methode.txt"] {
        let [first, second] = ["aus", "gleich"].map(|folder| fs::read(path.join(folder).join(file)).unwrap());
        assert!(first == second && !first.is_empty(), "{file} differs");
    }
    let method = fs::read_to_string(path.join("aus/methode.txt")).unwrap();
    assert_eq!(method.contains("Wilson"), path.join("aus/raten.csv").exists(), "{method}");
    let expected = json(include_str!("../fixtures/analysis/space/expected.json"));
    let links: usize = expected["queen"].as_array().unwrap().iter().map(|row| row.as_array().unwrap().len()).sum();
    assert_eq!(fs::read_to_string(path.join("aus/nachbarn.csv")).unwrap().lines().count(), links + 1);
    let global = fs::read_to_string(path.join("aus/global.csv")).unwrap();
    let moran: f64 = global.lines().nth(1).unwrap().split(',').nth(1).unwrap().parse().unwrap();
    assert!((moran - expected["with_queen"]["moran"][0].as_f64().unwrap()).abs() < 1e-9);
    let usage = ["raumstatistik", "p.aktionsplan", "--indikator", &indicator, "--periode", "2024", "--nach", "x"];
    fails(path, &[&usage[..], &["--nachbarn", "springer"]].concat(), 2);
    let refusal =
        fails(path, &["raumstatistik", "p.aktionsplan", "--indikator", "x", "--periode", "2024", "--nach", "x"], 1);
    assert!(refusal.contains(&indicator), "{refusal}");
}

#[test]
fn without_boundaries_the_schematic_map_gives_the_neighbours_and_says_so() {
    let folder = with_example();
    let path = folder.path();
    let text =
        done(path, &["raumstatistik", "p.aktionsplan", "--indikator", "SGB2", "--periode", "2025", "--nach", "aus"]);
    assert!(text.contains("schematische Karte") && text.contains("erfundene Beispieldaten"), "{text}");
    assert!(fs::read_to_string(path.join("aus/raten.csv")).unwrap().contains("eb_global"));
    let distance = ["raumstatistik", "p.aktionsplan", "--indikator", "SGB2", "--periode", "2025", "--nach", "x"];
    let refusal = fails(path, &[&distance[..], &["--nachbarn", "distanz:1500"]].concat(), 1);
    assert!(refusal.contains("Entfernungen"), "{refusal}");
}

#[test]
fn an_original_is_kept_and_comes_back_byte_by_byte() {
    let folder = with_frame();
    let path = folder.path();
    let table = "Sozialraum;SGB-II-Quote 2031\nMarten;38,7\nHörde;27,25\n";
    fs::write(path.join("a.csv"), table).unwrap();
    done(path, &["import", "p.aktionsplan", "a.csv", "--original"]);
    let clock: aktionsplan::clock::Clock = std::sync::Arc::new(|| "2026-11-22T10:00:00+01:00".to_owned());
    let project = aktionsplan::project::Project::open(&path.join("p.aktionsplan"), clock).unwrap();
    let import = project.snapshot().data.imports.last().unwrap().clone();
    assert!(import.original_bytes.is_some());
    let changed = aktionsplan::fs::modified(&path.join("a.csv")).unwrap();
    assert_eq!(import.file_date, aktionsplan::clock::stamp(changed));
    project.save_original(import.id, &path.join("zurueck.csv")).unwrap();
    assert_eq!(fs::read_to_string(path.join("zurueck.csv")).unwrap(), table);
}

/// Numbers of different sizes, the same in every run (Lehmer 1951, with the factor of Park and Miller 1988).
fn generated(count: usize) -> Vec<(i64, usize)> {
    let mut state = 20_261_122_u64;
    let mut next = |below: u64| {
        state = state * 16_807 % 2_147_483_647;
        state % below
    };
    let mut number = || {
        let size = 10_u64.pow(u32::try_from(next(9)).unwrap());
        let digits = i64::try_from(next(1_999_999_999) / size).unwrap();
        let decimals = usize::try_from(next(4)).unwrap();
        (if next(5) == 0 { -digits } else { digits }, decimals)
    };
    (0..count).map(|_| number()).collect()
}

/// A number as people print it.
fn printed((digits, decimals): (i64, usize), thousands: &str, mark: &str, minus: &str) -> String {
    let text = format!("{:0>width$}", digits.abs(), width = decimals + 1);
    let (whole, fraction) = text.split_at(text.len() - decimals);
    let mut printed = String::from(if digits < 0 { minus } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            printed.push_str(thousands);
        }
        printed.push(digit);
    }
    printed + if decimals > 0 { mark } else { "" } + fraction
}

#[test]
fn the_stock_gives_back_every_german_english_and_swiss_number_as_its_table_printed_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    done(path, &["neu", "p.aktionsplan", "--vorlage", "leer"]);
    let forms = [("de", ".", ",", "−"), ("en", ",", ".", "-"), ("ch", "’", ".", "–"), ("lang", "\u{202f}", ",", "- ")];
    let numbers = generated(forms.len() * 250);
    let mut expected = BTreeMap::new();
    for ((name, thousands, mark, minus), column) in forms.into_iter().zip(numbers.chunks(250)) {
        let mut table = format!("Stadtteil\t{name} 2024\n");
        for (at, number) in column.iter().enumerate() {
            table += &format!("Ort {at:03}\t{}\n", printed(*number, thousands, mark, minus));
            let plain: f64 = printed(*number, "", ".", "-").parse().unwrap();
            // Nought has no sign.
            expected.insert((name.to_owned(), format!("B{}", at + 2)), (plain + 0.0).to_string());
        }
        fs::write(path.join(format!("{name}.tsv")), table).unwrap();
        let mapping = done(path, &["zuordnung", "p.aktionsplan", &format!("{name}.tsv")]);
        fs::write(path.join("z.toml"), mapping.replace("create_areas = false", "create_areas = true")).unwrap();
        done(path, &["import", "p.aktionsplan", &format!("{name}.tsv"), "--zuordnung", "z.toml"]);
    }
    for (form, separator, mark) in [(Some("--maschine"), ',', "."), (None, ';', ",")] {
        let arguments = ["bestand", "p.aktionsplan", "--nach", "b.csv"].into_iter().chain(form);
        done(path, &arguments.collect::<Vec<_>>());
        let stock = fs::read_to_string(path.join("b.csv")).unwrap();
        let cells = stock.lines().skip(1).map(|line| {
            let cells: Vec<&str> = line.split(separator).collect();
            ((cells[2].to_owned(), cells[8].to_owned()), cells[4].replace(mark, "."))
        });
        assert_eq!(cells.collect::<BTreeMap<_, _>>(), expected);
    }
}
