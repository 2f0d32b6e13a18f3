//! The Dortmund frame and the demonstration data.

use aktionsplan::analysis::{self, SpecError};
use aktionsplan::domain::{
    Abgleich, Abgleichsentscheidung, Aktionsbuero, Angebot, Area, AreaId, AreaLevel, AreaTarget, Beschluss, BindingRef,
    DatasetBuilder, Direction, Erfahrung, FundingSource, Handlungsprogramm, ImportBatch, ImportId, ImportRow,
    Indicator, IndicatorId, Massnahme, Mittelabfluss, Observation, Period, PeriodId, PlanningData, SectionKey, Status,
    TextPiece, Umsetzungsnotiz, VorOrt, Wiedervorlage, ZielKind, text_pieces,
};
use aktionsplan::jobs::Progress;
use aktionsplan::programme::{CoverageBasis, coverage, office_catalogue, office_needs};
use aktionsplan::project::{
    AktionsbueroCommand, AreaCommand, AreaKey, BeteiligungCommand, Command, ErfahrungCommand, Frame, FrameAkteur,
    FrameAngebot, FrameError, FrameTable, FrameValue, ImportCommand, IndicatorCommand, Outcome, ProgrammeCommand,
    RecipeCommand, Snapshot, VerfahrenCommand, VorOrtCommand,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn frame() -> Frame {
    Frame::load().expect("the built-in data are consistent")
}

fn of_level(frame: &Frame, level: AreaLevel) -> Vec<&Area> {
    frame.areas.iter().filter(|area| area.level == level).collect()
}

fn members(frame: &Frame, code: &str) -> Vec<String> {
    let set = frame.sets.iter().find(|set| set.code == code).expect("the set exists");
    set.members.iter().map(|member| member.key.clone()).collect()
}

/// The values of the example that count: a later table supersedes an earlier one.
fn example(frame: &Frame) -> BTreeMap<(AreaKey, String, String), FrameValue> {
    let values = frame.demonstration.iter().flat_map(|table| &table.values);
    values.map(|v| ((v.area.clone(), v.indicator.clone(), v.period.clone()), v.clone())).collect()
}

fn measures(frame: &Frame) -> impl Iterator<Item = (&AreaKey, &Massnahme)> {
    frame.programmes.iter().flat_map(|p| p.programme.massnahmen.iter().map(move |m| (&p.area, m)))
}

fn programme<'a>(frame: &'a Frame, key: &str) -> &'a Handlungsprogramm {
    let found = frame.programmes.iter().find(|entry| entry.area.key == key);
    &found.expect("the area has a programme").programme
}

#[test]
fn the_city_has_twelve_districts_and_nineteen_named_sozialraeume() {
    let frame = frame();
    let count = |level| of_level(&frame, level).len();
    assert_eq!(count(AreaLevel::Stadt), 1);
    assert_eq!(count(AreaLevel::Stadtbezirk), 12);
    assert_eq!(count(AreaLevel::Sozialraum), 19);
    assert_eq!(count(AreaLevel::Aktionsquartier), 2);
}

#[test]
fn keys_and_names_are_unique_on_their_level_and_keys_keep_their_zeros() {
    let frame = frame();
    let keys: BTreeSet<_> = frame.areas.iter().map(|area| (area.level, &area.key)).collect();
    assert_eq!(keys.len(), frame.areas.len());
    let names: BTreeSet<_> = frame.areas.iter().map(|area| (area.level, &area.name)).collect();
    assert_eq!(names.len(), frame.areas.len());
    for (level, digits) in [(AreaLevel::StatistischerBezirk, 2), (AreaLevel::Unterbezirk, 3)] {
        assert!(of_level(&frame, level).iter().all(|area| area.key.len() == digits), "{level:?}");
    }
    assert!(frame.has_area(&AreaKey { level: AreaLevel::StatistischerBezirk, key: "02".into() }));
    assert!(frame.has_area(&AreaKey { level: AreaLevel::Unterbezirk, key: "021".into() }));
}

#[test]
fn a_parent_comes_earlier_in_the_list() {
    for (at, area) in (0..).zip(&frame().areas) {
        assert!(area.parent.is_none_or(|parent| (-1 - at..0).contains(&parent.0) && parent.0 != -1 - at), "{area:?}");
    }
}

#[test]
fn a_synonym_never_names_two_areas() {
    let frame = frame();
    let mut names = BTreeMap::new();
    for area in &frame.areas {
        for synonym in &area.synonyms {
            assert_eq!(names.insert(synonym, &area.key), None, "{synonym}");
        }
    }
}

#[test]
fn every_sozialraum_has_its_own_tile() {
    let frame = frame();
    let tiles: BTreeSet<_> = of_level(&frame, AreaLevel::Sozialraum).iter().filter_map(|area| area.tile).collect();
    assert_eq!(tiles.len(), 19);
}

#[test]
fn the_proposal_of_2020_exchanges_two_of_the_thirteen() {
    let frame = frame();
    let (then, proposed) = (members(&frame, "aktionsraeume-2008"), members(&frame, "vorschlag-2020"));
    let without =
        |a: &[String], b: &[String]| -> Vec<String> { a.iter().filter(|key| !b.contains(key)).cloned().collect() };
    assert_eq!((then.len(), proposed.len()), (13, 13));
    assert_eq!(without(&then, &proposed), ["alt-scharnhorst", "wickede"]);
    assert_eq!(without(&proposed, &then), ["dorstfeld", "boevinghausen-westrich"]);
}

#[test]
fn indicator_codes_are_unique_and_migration_is_never_a_need() {
    let frame = frame();
    let codes: BTreeSet<_> = frame.indicators.iter().map(|card| &card.code).collect();
    assert_eq!(codes.len(), frame.indicators.len());
    for card in &frame.indicators {
        let context = card.direction == Direction::Context;
        assert!(context || !card.code.starts_with("PUB_"), "{}", card.code);
        assert!(context || !card.name.contains("Migration"), "{}", card.name);
    }
    assert_eq!(frame.indicators.iter().filter(|card| card.is_population).count(), 1);
}

#[test]
fn the_recipe_takes_directed_indicators_of_six_themes_with_equal_weights() {
    let spec = frame().recommended_recipe();
    let themes: BTreeSet<_> = spec.indicators.iter().map(|indicator| indicator.dimension.as_str()).collect();
    assert_eq!(spec.indicators.len(), 11);
    assert_eq!(themes.len(), 6);
    assert!(spec.indicators.iter().all(|i| i.direction != Direction::Context && (i.weight - 1.0).abs() < 1e-12));
}

#[test]
fn all_published_figures_are_there_once_and_are_no_demonstration() {
    let frame = frame();
    let keys: BTreeSet<_> = frame.published.values.iter().map(|v| (&v.area, &v.indicator, &v.period)).collect();
    assert_eq!(frame.published.values.len(), 144);
    assert_eq!(keys.len(), 144);
    assert!(!frame.published.demonstration);
    assert!(frame.published.values.iter().all(|value| value.value.is_some()));
}

#[test]
fn every_published_figure_carries_its_source_in_the_file() {
    let file = include_str!("../../data/dortmund/veroeffentlichte-zahlen.csv");
    let mut lines = file.lines();
    assert_eq!(lines.next(), Some("Ebene;Schlüssel;Gebiet;Code;Indikator;Stand;Wert;Einheit;Quelle"));
    assert!(lines.all(|line| line.rsplit(';').next().is_some_and(|source| !source.is_empty())));
}

#[test]
fn every_example_table_is_marked_and_says_so_in_its_source() {
    for table in frame().demonstration {
        assert!(table.demonstration, "{}", table.file_name);
        assert!(table.source_note.contains("erfunden"), "{}", table.file_name);
    }
}

#[test]
fn the_example_has_six_years_of_sixteen_indicators() {
    let frame = frame();
    let values = example(&frame);
    let years: BTreeSet<_> = values.keys().map(|(_, _, period)| period.as_str()).collect();
    let indicators: BTreeSet<_> = values.keys().map(|(_, indicator, _)| indicator.as_str()).collect();
    let areas: BTreeSet<_> = values.keys().map(|(area, _, _)| area).collect();
    assert_eq!(years, BTreeSet::from(["2020", "2021", "2022", "2023", "2024", "2025"]));
    assert_eq!((indicators.len(), areas.len()), (16, 19 + 12 + 1));
}

#[test]
fn an_example_value_is_its_numerator_over_its_denominator() {
    let frame = frame();
    for value in frame.demonstration.iter().flat_map(|table| &table.values) {
        let card = frame.indicator(&value.indicator).expect("the indicator has a card");
        match (value.value, value.numerator, value.denominator) {
            (Some(shown), Some(above), Some(below)) => {
                assert!((above / below * card.scale - shown).abs() < 0.005 + 1e-9, "{value:?}");
            }
            (Some(_), None, None) => assert_eq!(value.indicator, "EW"),
            (None, None, None) => assert!(!value.status.has_value()),
            _ => panic!("counts without value or half of the counts: {value:?}"),
        }
    }
}

#[test]
fn the_city_of_the_example_is_the_sum_of_its_districts() {
    let frame = frame();
    let values = example(&frame);
    let counts = |area: &str, code: &str| {
        let key = (AreaKey::parse(area).expect("a key"), code.to_owned(), "2023".to_owned());
        values.get(&key).and_then(|v| v.numerator.zip(v.denominator)).expect("counts")
    };
    let districts = of_level(&frame, AreaLevel::Stadtbezirk);
    for code in ["ALR", "SGB2", "KSG2", "WFL"] {
        let parts = districts.iter().map(|area| counts(&format!("stadtbezirk/{}", area.key), code));
        let sum = parts.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        assert_eq!(sum, counts("stadt/dortmund", code), "{code}");
    }
}

#[test]
fn the_example_shows_hidden_missing_late_provisional_and_revised_values() {
    let frame = frame();
    let seen: BTreeSet<Status> =
        frame.demonstration.iter().flat_map(|table| &table.values).map(|value| value.status).collect();
    for status in [
        Status::Missing,
        Status::Suppressed,
        Status::Unreliable,
        Status::Later,
        Status::Provisional,
        Status::Revised,
        Status::Estimated,
    ] {
        assert!(seen.contains(&status), "{status:?}");
    }
}

#[test]
fn every_indicator_of_the_recipe_has_values_in_the_newest_year() {
    let frame = frame();
    let values = example(&frame);
    for code in &frame.recipe {
        let known = values.iter().filter(|((area, indicator, period), value)| {
            area.level == AreaLevel::Sozialraum && indicator == code && period == "2025" && value.value.is_some()
        });
        assert!(known.count() >= 16, "{code}");
    }
}

#[test]
fn an_example_population_is_no_published_one() {
    let frame = frame();
    let published: BTreeSet<&str> = frame.published.values.iter().map(|value| value.text.as_str()).collect();
    let invented = frame.demonstration.iter().flat_map(|table| &table.values).filter(|value| value.indicator == "EW");
    assert_eq!(invented.filter(|value| published.contains(value.text.as_str())).count(), 0);
}

#[test]
fn the_example_tables_are_those_that_the_generator_wrote() {
    let expected = include_str!("../fixtures/frame/beispiel.sha256");
    let found: String = frame().demonstration.iter().map(|t| format!("{}  {}\n", t.sha256, t.file_name)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_thirteen_have_a_programme_each_and_it_is_marked() {
    let frame = frame();
    let with: BTreeSet<String> = frame.programmes.iter().map(|entry| entry.area.key.clone()).collect();
    assert_eq!(with, members(&frame, "aktionsraeume-2008").into_iter().collect());
    assert_eq!(frame.programmes.len(), 13);
    assert!(frame.programmes.iter().all(|entry| entry.programme.demonstration));
}

#[test]
fn the_programme_of_marten_is_complete() {
    let frame = frame();
    let marten = programme(&frame, "marten");
    assert_eq!(marten.massnahmen.len(), 9);
    assert_eq!(marten.ziele.iter().filter(|ziel| ziel.kind == ZielKind::Leitziel).count(), 3);
    for measure in &marten.massnahmen {
        let texts = [
            &measure.zielgruppe,
            &measure.problemlage,
            &measure.beschreibung,
            &measure.traeger,
            &measure.federfuehrung,
            &measure.beteiligte,
            &measure.standort,
            &measure.wirkungshypothese,
            &measure.verstetigung,
        ];
        assert!(texts.iter().all(|text| !text.is_empty()), "{}", measure.titel);
        assert!(measure.ziel.is_some() && measure.beginn.is_some() && measure.ende.is_some(), "{}", measure.titel);
        assert!(!measure.kosten.is_empty() && !measure.finanzierung.is_empty(), "{}", measure.titel);
    }
    assert!(marten.massnahmen.iter().any(|measure| measure.open_amount().cents > 0));
    assert!(marten.massnahmen.iter().any(|measure| !measure.abhaengig_von.is_empty()));
}

#[test]
fn money_of_a_measure_never_exceeds_its_cost_in_any_year() {
    let frame = frame();
    for (area, measure) in measures(&frame) {
        for year in measure.years() {
            let cost: i64 = measure.kosten.iter().filter(|i| i.year == year).map(|i| i.amount.cents).sum();
            let money: i64 = measure.finanzierung.iter().filter(|i| i.year == year).map(|i| i.amount.cents).sum();
            assert!(money <= cost, "{area} {} {year}", measure.titel);
        }
    }
}

#[test]
fn funds_stay_within_the_yearly_limits() {
    let frame = frame();
    let mut fonds: BTreeMap<(&AreaKey, i16), i64> = BTreeMap::new();
    let mut total: BTreeMap<i16, i64> = BTreeMap::new();
    for (area, measure) in measures(&frame) {
        for item in &measure.finanzierung {
            let from_fonds = item.source == FundingSource::Aktionsraumfonds;
            if from_fonds {
                *fonds.entry((area, item.year)).or_default() += item.amount.cents;
            }
            if from_fonds || item.source == FundingSource::Projektbudget {
                *total.entry(item.year).or_default() += item.amount.cents;
            }
        }
    }
    assert!(fonds.values().all(|cents| *cents <= 500_000), "{fonds:?}");
    assert!(total.values().all(|cents| *cents <= 22_600_000), "{total:?}");
}

#[test]
fn the_years_of_a_measure_lie_in_its_programme() {
    for entry in frame().programmes {
        let span = entry.programme.first_year..=entry.programme.last_year;
        for measure in &entry.programme.massnahmen {
            assert!(measure.years().iter().all(|year| span.contains(year)), "{}", measure.titel);
            assert!(measure.beginn <= measure.ende, "{}", measure.titel);
        }
    }
}

#[test]
fn a_goal_starts_at_the_value_of_the_example() {
    let frame = frame();
    let values = example(&frame);
    for entry in &frame.programmes {
        for ziel in entry.programme.ziele.iter().filter(|ziel| !ziel.indicator.is_empty()) {
            // A programme that is under way began with the values of the year before it.
            let start_year = (entry.programme.first_year - 1).min(2025);
            let key = (entry.area.clone(), ziel.indicator.clone(), start_year.to_string());
            let today = values.get(&key).and_then(|value| value.value).expect("a value");
            if let Some(bound) = &ziel.start_bound {
                assert_eq!(bound.reference, format!("wert:{}:{}:{start_year}", ziel.indicator, entry.area.key));
                continue;
            }
            let start = ziel.start_value.expect("a start");
            assert!((today - start).abs() <= 0.0501, "{}: {today} {start}", ziel.text);
        }
    }
}

#[test]
fn every_number_in_the_text_of_the_example_is_a_reference_that_resolves() {
    let frame = frame();
    let values = example(&frame);
    for entry in &frame.programmes {
        for passage in &entry.programme.passages {
            for piece in text_pieces(&passage.text) {
                match piece {
                    TextPiece::Words(_) => {}
                    TextPiece::Unknown(text) => panic!("{text}"),
                    TextPiece::Bound(BindingRef::Value { indicator, area, period }) => {
                        let key = (AreaKey::parse(&area).expect("a key"), indicator, period);
                        assert!(values.get(&key).is_some_and(|value| value.value.is_some()), "{key:?}");
                    }
                    TextPiece::Bound(reference) => {
                        let area = reference.to_string();
                        assert!(area == "gewertet" || area.contains(&entry.area.key), "{area}");
                    }
                }
            }
        }
    }
}

#[test]
fn invented_organisations_say_so_in_their_name() {
    let voices = frame().voices;
    for FrameAkteur { akteur, persons, .. } in &voices.akteure {
        assert!(persons.iter().all(|person| person.name.is_empty()), "functions, no names: {}", akteur.name);
        assert!(akteur.demonstration && akteur.name.ends_with("(Beispiel)"), "{}", akteur.name);
    }
    for network in &voices.netzwerke {
        assert!(network.name.ends_with("(Beispiel)"), "{}", network.name);
    }
    for FrameAngebot { angebot, .. } in &voices.angebote {
        assert!(angebot.demonstration && angebot.name.ends_with("(Beispiel)"), "{}", angebot.name);
    }
    for (_, aussage) in &voices.aussagen {
        assert!(aussage.demonstration && aussage.occasion.ends_with("(Beispiel)"), "{}", aussage.occasion);
    }
}

#[test]
fn the_procedure_has_nine_steps_and_states_within_their_checklists() {
    let frame = frame();
    assert_eq!(frame.steps.len(), 9);
    assert_eq!(frame.steps.iter().filter(|step| step.is_committee).count(), 3);
    for state in &frame.step_states {
        let step = frame.steps.iter().find(|step| step.position == state.position).expect("the step exists");
        let items = u32::try_from(step.checklist.len()).expect("a short list");
        assert!(state.settled.iter().all(|item| *item < items), "{state:?}");
    }
}

#[test]
fn the_records_of_the_example_are_marked_speak_of_three_areas_and_name_no_persons() {
    let records = frame().records;
    let demonstration = records.gremien.iter().all(|gremium| gremium.demonstration)
        && records.beschluesse.iter().all(|(_, _, beschluss)| beschluss.demonstration)
        && records.niederschriften.iter().all(|(_, niederschrift)| niederschrift.demonstration);
    assert!(demonstration);
    let areas: BTreeSet<&AreaKey> = records.niederschriften.iter().map(|(area, _)| area).collect();
    assert!(areas.len() >= 3 && areas.contains(&AreaKey::sozialraum("marten")));
    for (_, _, beschluss) in &records.beschluesse {
        assert!(beschluss.wortlaut.contains("Beispieltext"), "{}", beschluss.gegenstand);
        assert!(beschluss.drucksache.is_empty() || Beschluss::is_drucksache(&beschluss.drucksache));
    }
    let texts = records.niederschriften.iter().flat_map(|(_, entry)| &entry.anwesend);
    assert!(texts.into_iter().all(|function| !function.contains("Frau ") && !function.contains("Herr ")));
}

#[test]
fn the_catalogue_names_measures_and_known_areas() {
    let catalogue: toml::Table = include_str!("../../assets/katalog/massnahmen.toml").parse().expect("TOML");
    let frame = frame();
    let entries = catalogue["massnahme"].as_array().expect("a list");
    assert_eq!(entries.len(), 15);
    for entry in entries {
        assert!(entry["titel"].as_str().is_some_and(|title| !title.is_empty()));
        if let Some(area) = entry.get("gebiet").and_then(toml::Value::as_str) {
            assert!(frame.has_area(&AreaKey::sozialraum(area)), "{area}");
        }
    }
}

fn observation(data: &PlanningData, import: ImportId, batch: &ImportBatch, row: &ImportRow) -> Observation {
    let place = |index: u32| usize::try_from(index).expect("an index");
    let AreaTarget::Existing(area) = batch.areas[place(row.area)] else { panic!("a new area") };
    let code = &batch.indicators[place(row.indicator)];
    let label = &batch.periods[place(row.period)];
    Observation {
        indicator: data.indicator_by_code(code).expect("a card").id,
        area,
        period: data.period_by_label(label).expect("a period").id,
        value: row.value.get(),
        numerator: row.numerator(),
        denominator: row.denominator(),
        status: row.status,
        demonstration: batch.demonstration,
        import,
        cell: row.cell,
    }
}

/// A project that only remembers what it was told.
#[derive(Default)]
struct Recorder {
    areas: Vec<Area>,
    sets: usize,
    indicators: Vec<Indicator>,
    steps: i64,
    batches: Vec<ImportBatch>,
    recipe: Option<(usize, bool)>,
    programmes: Vec<Handlungsprogramm>,
    voices: usize,
    services: Vec<Angebot>,
    settled: usize,
    actors: i64,
    networks: usize,
    linked: usize,
    states: usize,
    records: i64,
    events: i64,
    areas_with_event: BTreeSet<AreaId>,
    adopted: usize,
    experiences: Vec<Erfahrung>,
    offices: Vec<Aktionsbuero>,
}

impl Recorder {
    fn execute(&mut self, command: Command) -> Result<Outcome, FrameError> {
        let mut created = None;
        match command {
            Command::Area(AreaCommand::Add(areas)) => {
                for (id, area) in (101..).map(AreaId).zip(areas) {
                    self.areas.push(Area { id, ..area });
                }
            }
            Command::Area(AreaCommand::AddSet(set)) => {
                assert!(set.members.iter().all(|member| member.0 > 100));
                self.sets += 1;
            }
            Command::Indicator(IndicatorCommand::Add(card)) => {
                let id = IndicatorId(i64::try_from(self.indicators.len()).expect("few cards"));
                self.indicators.push(Indicator { id, ..card });
            }
            Command::Import(ImportCommand::Run(batch)) => self.batches.push(*batch),
            Command::Recipe(RecipeCommand::Add(spec)) => {
                self.recipe = Some((spec.indicators.len(), false));
                created = Some(7);
            }
            Command::Recipe(RecipeCommand::SetCurrent(id)) => {
                assert_eq!(id.0, 7);
                self.recipe = self.recipe.map(|(count, _)| (count, true));
            }
            Command::Programme(ProgrammeCommand::Insert(programme)) => self.programmes.push(*programme),
            Command::Programme(ProgrammeCommand::UpdateMassnahme(massnahme)) => {
                assert!(massnahme.abgleich.iter().all(Abgleich::is_settled), "{}", massnahme.titel);
                self.settled += massnahme.abgleich.len();
            }
            Command::VorOrt(VorOrtCommand::AddAkteur(akteur)) => {
                assert!(akteur.works_with.iter().all(|partner| partner.0 < self.actors + 1));
                self.actors += 1;
                self.voices += 1;
                created = Some(self.actors);
            }
            Command::VorOrt(VorOrtCommand::AddKontaktperson(person)) => assert_eq!(person.akteur.0, self.actors),
            Command::VorOrt(VorOrtCommand::AddNetzwerk(netzwerk)) => {
                assert!(netzwerk.members.len() > 1 && !netzwerk.areas.is_empty());
                self.networks += 1;
            }
            Command::VorOrt(VorOrtCommand::AddAngebot(angebot)) => {
                self.linked += usize::from(angebot.akteur.is_some());
                self.voices += 1;
                self.services.push(angebot);
                created = i64::try_from(self.services.len()).ok();
            }
            Command::VorOrt(VorOrtCommand::AddAussage(_)) => self.voices += 1,
            Command::VorOrt(VorOrtCommand::UpdateAkteur(akteur)) => assert!(!akteur.massnahmen.is_empty()),
            Command::VorOrt(VorOrtCommand::SetDeckung(deckung)) => {
                assert!(self.services.iter().any(|angebot| angebot.serves(deckung.area)));
            }
            Command::VorOrt(VorOrtCommand::SetBegruendung(reason)) => assert!(reason.text.ends_with("(Beispieltext)")),
            Command::Beteiligung(BeteiligungCommand::AddVeranstaltung(event)) => {
                assert!(event.demonstration && event.title.ends_with("(Beispiel)"), "{}", event.title);
                self.events += 1;
                self.areas_with_event.insert(event.area);
                created = Some(self.events);
            }
            Command::Beteiligung(BeteiligungCommand::AddIdee(idee)) => {
                assert!((1..=self.events).contains(&idee.veranstaltung.0));
                self.adopted += usize::from(idee.massnahme.is_some());
            }
            Command::Beteiligung(BeteiligungCommand::AddMitwirkung(helper)) => {
                assert!((1..=self.events).contains(&helper.veranstaltung.0));
            }
            Command::Erfahrung(ErfahrungCommand::Add(one)) => {
                assert!(one.demonstration && one.title.ends_with("(Beispiel)"), "{}", one.title);
                self.experiences.push(one);
            }
            Command::Aktionsbuero(AktionsbueroCommand::Add(office)) => self.offices.push(office),
            Command::Verfahren(VerfahrenCommand::AddStep(_)) => {
                self.steps += 1;
                created = Some(self.steps);
            }
            Command::Verfahren(VerfahrenCommand::SetState(state) | VerfahrenCommand::CloseStep { state, .. }) => {
                assert!((1..=self.steps).contains(&state.step.0));
                self.states += 1;
            }
            Command::Verfahren(VerfahrenCommand::AddGremium(_) | VerfahrenCommand::AddNiederschrift(_)) => {
                self.records += 1;
                created = Some(self.records);
            }
            Command::Verfahren(VerfahrenCommand::AddBeschluss(beschluss)) => {
                assert!(beschluss.areas.iter().all(|area| area.0 > 100));
                self.records += 1;
            }
            Command::Verfahren(
                VerfahrenCommand::AddWiedervorlage(Wiedervorlage { demonstration: true, .. })
                | VerfahrenCommand::AddUmsetzungsnotiz(Umsetzungsnotiz { demonstration: true, .. })
                | VerfahrenCommand::AddMittelabfluss(Mittelabfluss { demonstration: true, .. }),
            ) => self.records += 1,
            Command::Verfahren(VerfahrenCommand::NameDurchgang(_)) | Command::Project(_) => {}
            other => panic!("unexpected {other:?}"),
        }
        Ok(Outcome { created, label: String::new() })
    }

    /// What the analysis would read.
    fn data(&self) -> PlanningData {
        let labels: BTreeSet<&String> = self.batches.iter().flat_map(|batch| &batch.periods).collect();
        let mut periods: Vec<Period> = (1..)
            .map(PeriodId)
            .zip(labels)
            .map(|(id, label)| Period {
                id,
                label: label.clone(),
                year: Period::year_of_label(label),
                reference_date: None,
            })
            .collect();
        periods.sort_by_key(|period| (period.year.is_none(), period.year));
        let mut data = PlanningData {
            areas: Arc::new(self.areas.clone()),
            indicators: Arc::new(self.indicators.clone()),
            periods: Arc::new(periods),
            ..PlanningData::default()
        };
        let mut builder = DatasetBuilder::default();
        for (import, batch) in (1..).map(ImportId).zip(&self.batches) {
            for row in batch.rows.iter() {
                builder.push(observation(&data, import, batch, row));
            }
        }
        data.dataset = Arc::new(builder.build());
        data
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        let vor_ort = Arc::new(VorOrt { angebote: self.services.clone(), ..VorOrt::default() });
        let programmes = Arc::new(self.programmes.clone());
        Arc::new(Snapshot { data: self.data(), programmes, vor_ort, ..Snapshot::default() })
    }
}

fn filled(with_example: bool) -> Recorder {
    let recorder = std::cell::RefCell::new(Recorder::default());
    frame()
        .fill::<FrameError>(with_example, &mut |command| recorder.borrow_mut().execute(command), &mut || {
            recorder.borrow().snapshot()
        })
        .expect("every reference holds");
    recorder.into_inner()
}

fn rows_of(batches: &[ImportBatch], demonstration: bool) -> usize {
    batches.iter().filter(|batch| batch.demonstration == demonstration).map(|batch| batch.rows.len()).sum()
}

#[test]
fn a_project_without_example_holds_the_frame_and_nothing_invented() {
    let project = filled(false);
    assert_eq!((project.sets, project.indicators.len(), project.steps), (3, 40, 9));
    assert_eq!(rows_of(&project.batches, false), 144);
    assert_eq!(rows_of(&project.batches, true), 0);
    assert_eq!(project.recipe, Some((11, true)));
    assert_eq!((project.programmes.len(), project.voices, project.states, project.records), (0, 0, 0, 0));
}

#[test]
fn a_project_with_example_holds_everything() {
    let project = filled(true);
    assert_eq!(rows_of(&project.batches, false), 144);
    assert_eq!(rows_of(&project.batches, true), 6 * 32 * 16 + 8);
    assert_eq!(project.programmes.len(), 13);
    assert!(project.voices >= 50 && project.states >= 40 && project.records >= 20);
    assert!(project.settled >= 8, "{} overlaps are settled", project.settled);
    assert!(project.networks >= 3 && project.linked >= 8, "{} {}", project.networks, project.linked);
    assert!(project.programmes.iter().all(|programme| programme.area.0 > 100));
}

#[test]
fn every_area_of_the_example_has_participation_and_an_office() {
    let project = filled(true);
    assert!(project.events >= 20 && project.adopted >= 20, "{} {}", project.events, project.adopted);
    assert!(project.experiences.iter().any(|one| !one.ziele.is_empty() && !one.massnahmen.is_empty()));
    let areas: BTreeSet<AreaId> = project.programmes.iter().map(|programme| programme.area).collect();
    assert_eq!(areas.len(), 13);
    assert_eq!(areas.difference(&project.areas_with_event).count(), 0, "every area was talked about somewhere");
    assert_eq!(project.offices.len(), 13);
    assert_eq!(project.offices.iter().map(|office| office.area).collect::<BTreeSet<AreaId>>(), areas);
    let core: Vec<&str> = office_catalogue().core.iter().map(|offer| offer.title.as_str()).collect();
    for office in &project.offices {
        assert!(office.demonstration && office.place.ends_with("(Beispiel)"), "{}", office.place);
        let own = office.offers.iter().filter(|offer| office_catalogue().is_core(offer));
        assert_eq!(own.map(|offer| offer.title.as_str()).collect::<Vec<_>>(), core);
        assert!(office.hours.iter().all(|time| time.is_possible()) && office.minutes_per_week() > 0);
        assert!(
            office.hours.iter().enumerate().all(|(at, one)| !office.hours[at + 1..].iter().any(|o| one.overlaps(o)))
        );
    }
}

#[test]
fn a_row_of_a_batch_points_to_its_area_indicator_and_period() {
    let table: FrameTable = frame().published;
    let project = filled(false);
    let batch = &project.batches[0];
    for (row, value) in batch.rows.iter().zip(&table.values) {
        let place = |index: u32| usize::try_from(index).expect("an index");
        assert_eq!(batch.indicators[place(row.indicator)], value.indicator);
        assert_eq!(batch.periods[place(row.period)], value.period);
        let AreaTarget::Existing(id) = batch.areas[place(row.area)] else { panic!("a new area") };
        let area = project.areas.iter().find(|area| area.id == id).expect("the area exists");
        assert_eq!((area.level, &area.key), (value.area.level, &value.area.key));
    }
}

#[test]
fn the_example_ranks_all_nineteen_and_has_border_cases() {
    let data = filled(true).data();
    let ranking = analysis::rank(&data, &frame().recommended_recipe(), &Progress::new()).expect("a ranking");
    let key = |row: usize| data.area(ranking.run.areas[row]).expect("an area").key.clone();
    let order = ranking.run.by_rank();
    assert_eq!(order.len(), 19);
    assert_eq!(key(order[0]), "nordmarkt");
    let border: BTreeSet<String> = (0..19)
        .filter(|row| (ranking.intervals.low[*row]..ranking.intervals.high[*row]).contains(&13.5))
        .map(key)
        .collect();
    assert!(border.contains("wickede") && border.len() <= 5, "{border:?}");
}

#[test]
fn matrix_and_office_speak_of_the_same_needs_in_every_area() {
    let data = filled(true).data();
    let ranking = analysis::rank(&data, &frame().recommended_recipe(), &Progress::new()).expect("a ranking");
    let vor_ort = VorOrt::default();
    let mut needs = 0;
    for area in data.areas.iter().filter(|area| area.level == AreaLevel::Sozialraum) {
        let basis = CoverageBasis {
            data: &data,
            ranking: Some(&ranking),
            area: area.id,
            programme: None,
            vor_ort: &vor_ort,
            today: jiff::civil::date(2026, 11, 23),
        };
        let rows = coverage(&basis).needs;
        assert!(rows.iter().all(|row| row.z.is_some_and(|z| z > 0.0)), "{}", area.name);
        let matrix: BTreeSet<IndicatorId> = rows.iter().filter_map(|row| row.indicator).collect();
        let office = Aktionsbuero::new(area.id);
        let found = office_needs(&data, Some(&ranking), area.id, &office);
        assert_eq!(matrix, found.iter().map(|need| need.indicator.id).collect(), "{}", area.name);
        needs += matrix.len();
    }
    assert!(needs > 50);
}

#[test]
fn the_frame_alone_has_a_recipe_and_no_values_for_it() {
    let data = filled(false).data();
    let refused = analysis::run(&data, &frame().recommended_recipe());
    assert!(matches!(refused, Err(SpecError::NoValues(_))), "{refused:?}");
}

#[test]
fn three_programmes_are_complete_with_six_measures_or_more() {
    for key in ["marten", "bodelschwingh-westerfilde", "scharnhorst-ost"] {
        let frame = frame();
        let entry = frame.programmes.iter().find(|entry| entry.area.key == key).expect("a programme");
        let programme = &entry.programme;
        assert!(programme.massnahmen.len() >= 6, "{key}");
        assert!(!entry.abgleiche.is_empty() && !programme.szenarien.is_empty(), "{key}");
        assert!(programme.massnahmen.iter().any(|measure| !measure.abhaengig_von.is_empty()), "{key}");
        assert!(programme.massnahmen.iter().any(|measure| !measure.meilensteine.is_empty()), "{key}");
        assert!(programme.ziele.iter().any(|ziel| !ziel.kette.is_empty()), "{key}");
        for ziel in programme.ziele.iter().filter(|ziel| ziel.kind != ZielKind::Leitziel) {
            assert!(ziel.is_measured() && !ziel.zielgruppe.is_empty(), "{key}: {}", ziel.text);
        }
        for measure in &programme.massnahmen {
            assert!(measure.is_measured() && measure.bewertung.wirkung.is_some(), "{key}: {}", measure.titel);
            assert!(!measure.wirkungshypothese.is_empty() && measure.total_funding().cents > 0, "{}", measure.titel);
        }
    }
}

#[test]
fn three_areas_of_the_example_carry_every_part_of_a_programme() {
    let frame = frame();
    for key in ["marten", "bodelschwingh-westerfilde", "scharnhorst-ost"] {
        let area = AreaKey::sozialraum(key);
        let entry = frame.programmes.iter().find(|entry| entry.area == area).expect("a programme");
        let sections: BTreeSet<SectionKey> = entry.programme.passages.iter().map(|passage| passage.section).collect();
        for section in [SectionKey::Freiraum, SectionKey::Planungen, SectionKey::Leitlinien, SectionKey::Steuerung] {
            assert!(sections.contains(&section), "{key}: {section:?}");
        }
        assert!(entry.programme.passages.iter().all(|passage| passage.text.ends_with("(Beispieltext)")), "{key}");
        for decision in Abgleichsentscheidung::ALL {
            assert!(entry.abgleiche.iter().any(|abgleich| abgleich.decision == decision), "{key}: {decision:?}");
        }
        let records = &frame.records;
        assert!(records.niederschriften.iter().any(|(of, _)| *of == area), "{key}");
        assert!(records.beschluesse.iter().any(|(_, of, _)| of.contains(&area)), "{key}");
        assert!(frame.step_states.iter().any(|state| state.area == area), "{key}");
        for measure in &entry.programme.massnahmen {
            assert!(!measure.verstetigung.is_empty() && !measure.federfuehrung.is_empty(), "{key}: {}", measure.titel);
        }
    }
}

/// The overlaps of the example that wait for a decision: area, measure, counterpart.
fn open_overlaps() -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("beispiel.aktionsplan");
    let project = aktionsplan::project::Project::create(
        &path,
        aktionsplan::project::Template::Dortmund,
        true,
        aktionsplan::clock::system_clock(),
    )
    .expect("the example");
    let snapshot = project.snapshot();
    let mut open = Vec::new();
    for programme in snapshot.programmes.iter() {
        let basis = aktionsplan::programme::Basis {
            data: &snapshot.data,
            ranking: None,
            programme,
            programmes: &snapshot.programmes,
            rules: &snapshot.plan_rules,
            vor_ort: &snapshot.vor_ort,
            verfahren: &snapshot.verfahren,
            ausgaben: &snapshot.ausgaben,
            today: jiff::civil::date(2026, 11, 23),
            project_title: "",
        };
        let area = &snapshot.data.area(programme.area).expect("its area").key;
        for (id, overlaps) in aktionsplan::programme::overlaps(&basis) {
            let measure = programme.into_iter().find(|massnahme| massnahme.id == id).expect("a measure");
            let waiting = overlaps.iter().filter(|overlap| overlap.is_open());
            open.extend(waiting.map(|overlap| format!("{area}: {} – {}", measure.titel, overlap.name)));
        }
    }
    open
}

#[test]
fn one_overlap_of_the_example_waits_for_the_planner_all_others_are_settled() {
    let shown = "scharnhorst-ost: Lernnachmittag für Kinder – Hausaufgabenbetreuung im Gemeindesaal (Beispiel)";
    assert_eq!(open_overlaps(), [shown]);
}
