//! The place Verfahren.

use super::window::{TODAY, Window, open, pictures};
use aktionsplan::chart::Figure;
use aktionsplan::domain::{
    BeschlussErgebnis, Durchgang, DurchgangId, Mittelabfluss, MittelabflussId, ProcedureGate, StepProgress, StepState,
    Verfahren, Zustaendigkeit,
};
use aktionsplan::programme::DocumentKind;
use aktionsplan::project::{Command, VerfahrenCommand};
use aktionsplan::theme::Theme;
use aktionsplan::ui::{DatesFile, Intent, Section};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const SIZE: (f32, f32) = (1366.0, 1200.0);

fn marten() -> Window {
    Window::sample(Section::Verfahren, "Marten")
}

/// The step under way in Marten: its state and its title.
fn running(window: &Window) -> (StepState, String) {
    let area = window.area("Marten");
    let states = &window.snapshot.verfahren.states;
    let state = states.iter().find(|state| state.area == area && state.progress == StepProgress::Laeuft);
    let state = state.expect("Marten is at a step").clone();
    let step = window.snapshot.verfahren.steps.iter().find(|step| step.id == state.step).expect("known");
    (state, step.title.clone())
}

fn states(window: &Window) -> Vec<&StepState> {
    let state = |command: &&Command| matches!(command, Command::Verfahren(VerfahrenCommand::SetState(_)));
    let commands: Vec<&Command> = window.commands().into_iter().filter(state).collect();
    let inner =
        |command| if let &Command::Verfahren(VerfahrenCommand::SetState(ref s)) = command { Some(s) } else { None };
    commands.into_iter().filter_map(inner).collect()
}

#[test]
fn ticking_a_point_settles_it() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    let (state, title) = running(stage.harness.state());
    let steps = &stage.harness.state().snapshot.verfahren.steps;
    let step = steps.iter().find(|step| step.title == title).expect("known");
    let open_at = (0u32..).zip(&step.checklist).find(|(at, _)| !state.settled.contains(at));
    let (at, point) = open_at.map(|(at, point)| (at, point.clone())).expect("a point is open");
    stage.harness.get_by_label(&point).click();
    stage.harness.run();
    let mut settled = state.settled.clone();
    settled.push(at);
    settled.sort_unstable();
    assert_eq!(states(stage.harness.state()), [&StepState { settled, ..state }]);
}

#[test]
fn a_step_with_open_points_cannot_be_closed() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Schritt abschließen").click();
    stage.harness.run();
    stage.harness.get_by_label("erledigt").click();
    stage.harness.run();
    assert!(states(stage.harness.state()).is_empty());
    let toast = |intent: &Intent| matches!(intent, Intent::Toast(toast) if toast.title.contains("offen"));
    assert!(stage.harness.state().intents.iter().any(toast));
}

#[test]
fn a_settled_step_is_closed_today() {
    let mut window = marten();
    let (state, title) = running(&window);
    let points =
        window.snapshot.verfahren.steps.iter().find(|step| step.title == title).expect("known").checklist.len();
    let mut snapshot = (*window.snapshot).clone();
    let mut verfahren = (*snapshot.verfahren).clone();
    let stored = verfahren.states.iter_mut().find(|other| other.area == state.area && other.step == state.step);
    stored.expect("stored").settled = (0..u32::try_from(points).expect("few")).collect();
    snapshot.verfahren = verfahren.into();
    window.snapshot = snapshot.into();
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Schritt abschließen").click();
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state());
    let [VerfahrenCommand::CloseStep { state: closed, gates, despite_gates }] = commands.as_slice() else {
        panic!("{commands:?}")
    };
    assert_eq!((closed.date, *despite_gates), (Some(TODAY), false));
    assert!(gates.values().all(|open| *open == 0) && !gates.is_empty(), "{gates:?}");
}

#[test]
fn a_step_with_open_gates_is_closed_with_a_reason_only() {
    let window = marten();
    let (state, _) = running(&window);
    let with_note = |note: &str| {
        let mut window = with_verfahren(marten(), |verfahren| {
            let step = verfahren.steps.iter_mut().find(|step| step.id == state.step).expect("known");
            step.checklist.clear();
            step.gates = vec![ProcedureGate::FinanzierungGedeckt];
            let mut states = verfahren.states.iter_mut();
            let own = states.find(|other| (other.area, other.step) == (state.area, state.step)).expect("stored");
            (own.settled, own.note) = (Vec::new(), note.to_owned());
        });
        let mut view = (**window.derived.programme.value.as_ref().expect("a view")).clone();
        view.gates.insert(ProcedureGate::FinanzierungGedeckt, 2);
        window.derived.programme.value = Some(Arc::new(view));
        let mut stage = open(window, Theme::Light, SIZE);
        stage.harness.run();
        stage.harness.get_by_label("Trotz offener Bedingungen abschließen").click();
        stage.harness.run();
        verfahren_commands(stage.harness.state()).into_iter().cloned().collect::<Vec<_>>()
    };
    assert!(with_note("").is_empty());
    let commands = with_note("Zusage des Landes liegt mündlich vor");
    let closed = matches!(commands.as_slice(), [VerfahrenCommand::CloseStep { despite_gates: true, .. }]);
    assert!(closed, "{commands:?}");
}

#[test]
fn the_council_paper_of_the_area_is_written_from_the_board() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Vorlage erstellen …").click();
    stage.harness.run();
    let area = stage.harness.state().area("Marten");
    let ordered = |intent: &Intent| matches!(intent, Intent::Export(order) if order.kind == DocumentKind::Ratsvorlage && order.areas == [area]);
    assert!(stage.harness.state().intents.iter().any(ordered));
}

#[test]
fn the_next_round_is_begun_where_the_template_is_edited() {
    let mut stage = tab(marten(), "Vorlage");
    stage.harness.get_by_role_and_label(Role::TextInput, "Name des nächsten Verfahrens").focus();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Name des nächsten Verfahrens").type_text("Verfahren 2028");
    stage.harness.run();
    stage.harness.key_press(Key::Tab);
    stage.harness.run();
    stage.harness.get_by_label("Neues Verfahren beginnen").click();
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state());
    let [VerfahrenCommand::BeginDurchgang { name, present_name, day }] = commands.as_slice() else {
        panic!("{commands:?}")
    };
    assert_eq!((name.as_str(), present_name.as_str()), ("Verfahren 2028", "Verfahren 2026/27 (Beispiel)"));
    assert_eq!(*day, TODAY);
}

#[test]
fn an_earlier_round_is_read_in_the_board_and_cannot_be_changed() {
    let window = with_verfahren(marten(), |verfahren| {
        let over = Durchgang {
            id: DurchgangId(99),
            abgeschlossen_am: Some(TODAY),
            steps: verfahren.steps.clone(),
            states: Vec::new(),
            ..Durchgang::under_way("Verfahren 2020")
        };
        verfahren.durchgaenge.push(over);
    });
    // Nothing is closed in it, so it shows the first step.
    let point = window.snapshot.verfahren.steps[0].checklist[0].clone();
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::ComboBox, "Verfahren").click();
    stage.harness.run();
    stage.harness.get_by_label_contains("Verfahren 2020, abgeschlossen am").click();
    stage.harness.run();
    assert!(stage.harness.query_all_by_label_contains("Marten, Bestand: geplant").next().is_some());
    stage.harness.get_by_label(&point).click();
    stage.harness.run();
    assert!(states(stage.harness.state()).is_empty());
}

#[test]
fn the_example_shows_targets_that_are_reached_on_the_way_unchanged_and_worse() {
    let stage = tab(Window::sample(Section::Verfahren, "Borsigplatz"), "Umsetzung");
    for word in ["erreicht", "auf dem Weg", "unverändert", "noch nicht", "Rückschritt"] {
        assert!(stage.harness.query_all_by_label_contains(word).next().is_some(), "{word}");
    }
    assert!(stage.harness.query_all_by_label_contains("mehr ausgegeben als geplant").next().is_some());
}

#[test]
fn arrows_move_through_the_board() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Hörde").click();
    stage.harness.run();
    let hoerde = stage.harness.state().area("Hörde");
    assert_eq!(stage.harness.state().shell.focus.area, Some(hoerde));
    stage.harness.key_press(Key::ArrowDown);
    stage.harness.run();
    assert_ne!(stage.harness.state().shell.focus.area, Some(hoerde));
}

#[test]
fn a_step_is_added_to_the_template_by_keyboard() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    let added = |command: &&Command| matches!(command, Command::Verfahren(VerfahrenCommand::AddStep(_)));
    assert!(stage.harness.state().commands().iter().any(added));
    assert!(stage.harness.query_by_label("Ein Gremium entscheidet").is_some());
}

#[test]
fn what_is_typed_into_the_template_is_stored_when_another_step_is_chosen() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Vorlage").click();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Zuständig").focus();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Zuständig").type_text(" mit Dritten");
    stage.harness.run();
    stage.harness.get_by_label("Fachämter").click();
    stage.harness.run();
    let updated = |command: &&Command| matches!(command, Command::Verfahren(VerfahrenCommand::UpdateStep(step)) if step.responsible.contains("Dritten"));
    assert_eq!(stage.harness.state().commands().iter().filter(|c| updated(c)).count(), 1);
}

/// The window with another procedure.
fn with_verfahren(mut window: Window, change: impl FnOnce(&mut Verfahren)) -> Window {
    let mut snapshot = (*window.snapshot).clone();
    let mut verfahren = (*snapshot.verfahren).clone();
    change(&mut verfahren);
    snapshot.verfahren = verfahren.into();
    window.snapshot = snapshot.into();
    window
}

fn verfahren_commands(window: &Window) -> Vec<&VerfahrenCommand> {
    window
        .commands()
        .into_iter()
        .filter_map(|command| if let Command::Verfahren(inner) = command { Some(inner) } else { None })
        .collect()
}

fn tab<'a>(window: Window, label: &str) -> super::Stage<'a, Window> {
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::RadioButton, label).click();
    stage.harness.run();
    stage
}

#[test]
fn a_gate_that_the_program_looks_at_holds_a_step_open_and_leads_to_the_programme() {
    let window = marten();
    let (state, _) = running(&window);
    let mut window = with_verfahren(window, |verfahren| {
        let step = verfahren.steps.iter_mut().find(|step| step.id == state.step).expect("known");
        step.checklist.clear();
        step.gates = vec![ProcedureGate::FinanzierungGedeckt];
    });
    let mut view = (**window.derived.programme.value.as_ref().expect("a view")).clone();
    view.gates.insert(ProcedureGate::FinanzierungGedeckt, 2);
    window.derived.programme.value = Some(Arc::new(view));
    let mut stage = open(window, Theme::Light, SIZE);
    stage.harness.run();
    assert!(stage.harness.query_by_label("Finanzierung gedeckt: 2 offen").is_some());
    stage.harness.get_by_label("Schritt abschließen").click();
    stage.harness.run();
    assert!(states(stage.harness.state()).is_empty());
    stage.harness.get_by_label("Finanzierung gedeckt: öffnen").click();
    stage.harness.run();
    assert!(stage.harness.state().went_to(Section::Handlungsprogramm));
}

#[test]
fn enter_leads_to_the_open_points_and_f2_to_the_date() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::RowHeader, "Marten").click();
    stage.harness.run();
    stage.harness.key_press(Key::F2);
    stage.harness.run();
    assert!(stage.harness.get_by_role_and_label(Role::TextInput, "Termin").is_focused());
    stage.harness.get_by_role_and_label(Role::RowHeader, "Marten").click();
    stage.harness.run();
    let (state, title) = running(stage.harness.state());
    let steps = &stage.harness.state().snapshot.verfahren.steps;
    let step = steps.iter().find(|step| step.title == title).expect("known");
    let open_point = (0u32..).zip(&step.checklist).find(|(at, _)| !state.settled.contains(at));
    let point = open_point.map(|(_, point)| point.clone()).expect("a point is open");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    assert!(stage.harness.get_by_label(&point).is_focused());
}

#[test]
fn a_wiedervorlage_is_ticked_off_today() {
    let mut stage = tab(marten(), "Wiedervorlagen");
    stage.harness.get_by_label("Erledigt").click();
    stage.harness.run();
    let done = |command: &&&VerfahrenCommand| matches!(command, VerfahrenCommand::UpdateWiedervorlage(entry) if entry.done == Some(TODAY));
    assert_eq!(verfahren_commands(stage.harness.state()).iter().filter(done).count(), 1);
}

#[test]
fn what_is_due_stands_beside_the_board_and_opens_where_it_is_settled() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("16.11.2026: Träger für den Walking Bus anfragen, Wiedervorlage Marten").click();
    stage.harness.run();
    assert!(stage.harness.query_by_label("Erledigt").is_some());
}

#[test]
fn a_decision_of_the_rat_is_recorded_with_a_version_of_each_programme() {
    let window = with_verfahren(marten(), |verfahren| {
        let rat = verfahren.gremien.iter().find(|gremium| gremium.name == "Rat").expect("the Rat").id;
        verfahren.beschluesse.retain(|beschluss| beschluss.gremium == rat && beschluss.ergebnis.is_none());
    });
    let marten = window.area("Marten");
    let programme = window.snapshot.programme_of(marten).expect("a programme").id;
    let mut stage = tab(window, "Beschlüsse");
    stage.harness.get_by_role_and_label(Role::ComboBox, "Ergebnis").click();
    stage.harness.run();
    stage.harness.get_by_label("beschlossen").click();
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state());
    let [VerfahrenCommand::Decide { ergebnis, versions, .. }] = commands.as_slice() else { panic!("{commands:?}") };
    assert_eq!(*ergebnis, BeschlussErgebnis::Beschlossen);
    let kept: Vec<_> = versions.iter().map(|(id, content)| (*id, content.massnahmen.len())).collect();
    assert_eq!(kept, [(programme, 9)]);
}

#[test]
fn what_a_result_means_is_said_for_each_kind_of_committee() {
    let said = [
        (Zustaendigkeit::Kenntnisnahme, "Dieses Gremium nimmt zur Kenntnis."),
        (Zustaendigkeit::Empfehlung, "Dieses Gremium berät vor."),
        (Zustaendigkeit::Beschluss, "gelten die Programme als beschlossen und ihre Fassung bleibt erhalten"),
    ];
    for (zustaendigkeit, sentence) in said {
        let window = with_verfahren(marten(), |verfahren| {
            verfahren.gremien.iter_mut().for_each(|gremium| gremium.zustaendigkeit = zustaendigkeit);
        });
        let stage = tab(window, "Beschlüsse");
        for (_, other) in said {
            assert_eq!(stage.harness.query_by_label_contains(other).is_some(), other == sentence, "{other}");
        }
    }
}

#[test]
fn what_changed_since_the_decision_is_named_field_by_field() {
    let stage = tab(Window::sample(Section::Verfahren, "Nordmarkt"), "Beschlüsse");
    assert!(stage.harness.query_by_label_contains("seit der Fassung vom 12.11.2026").is_some());
    assert!(stage.harness.query_all_by_label_contains("Beschlussstand").count() > 0);
    assert!(stage.harness.query_all_by_label_contains("Landes-/Bundesförderung 2027, beantragt").count() > 0);
}

#[test]
fn a_number_that_is_no_drucksache_is_not_taken_over() {
    let mut stage = tab(marten(), "Beschlüsse");
    stage.harness.get_by_role_and_label(Role::TextInput, "Drucksache").focus();
    stage.harness.run();
    stage.harness.get_by_role_and_label(Role::TextInput, "Drucksache").type_text("x");
    stage.harness.key_press(Key::Enter);
    stage.harness.run();
    assert!(verfahren_commands(stage.harness.state()).is_empty());
    assert!(stage.harness.query_by_label_contains("Fünf Ziffern").is_some());
}

#[test]
fn an_open_point_of_minutes_becomes_a_wiedervorlage() {
    let mut stage = tab(marten(), "Niederschriften");
    stage.harness.get_by_label("Stadtteilkonferenz Marten (Beispiel)").click();
    stage.harness.run();
    stage.harness.get_by_label("Als Wiedervorlage").click();
    stage.harness.run();
    let added = |command: &&&VerfahrenCommand| matches!(command, VerfahrenCommand::AddWiedervorlage(entry) if entry.text == "Raum für den nächsten Bürgerdialog buchen" && entry.link.is_some());
    assert_eq!(verfahren_commands(stage.harness.state()).iter().filter(added).count(), 1);
}

#[test]
fn a_committee_is_added_by_keyboard_and_one_with_matters_stays() {
    let mut stage = tab(marten(), "Gremien");
    stage.harness.get_by_label("Rat").click();
    stage.harness.run();
    stage.harness.get_by_label("Eintrag entfernen").click();
    stage.harness.run();
    stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state());
    assert!(matches!(commands.as_slice(), [VerfahrenCommand::AddGremium(_)]), "{commands:?}");
}

#[test]
fn without_a_committee_it_is_said_why_no_decision_can_be_added_and_the_first_one_is_offered() {
    let window = with_verfahren(marten(), |verfahren| {
        verfahren.gremien.clear();
        verfahren.beschluesse.clear();
    });
    let mut stage = tab(window, "Beschlüsse");
    assert!(stage.harness.query_by_label_contains("Ein Beschluss braucht ein Gremium").is_some());
    stage.picture("beschluesse_ohne_gremium");
    stage.harness.get_by_label("Gremium anlegen").click();
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state());
    assert!(matches!(commands.as_slice(), [VerfahrenCommand::AddGremium(_)]), "{commands:?}");
}

#[test]
fn a_new_committee_that_is_named_rat_decides() {
    let named = |name: &str| {
        let window = with_verfahren(marten(), |verfahren| {
            verfahren.beschluesse.clear();
            verfahren.gremien.truncate(1);
            verfahren.gremien[0].name = "Neues Gremium".to_owned();
            verfahren.gremien[0].zustaendigkeit = Zustaendigkeit::Empfehlung;
        });
        let mut stage = tab(window, "Gremien");
        let field = stage.harness.get_by_role_and_label(Role::TextInput, "Name");
        field.focus();
        stage.harness.run();
        stage.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        stage.harness.event(egui::Event::Text(name.to_owned()));
        stage.harness.run();
        stage.harness.key_press(Key::Tab);
        stage.harness.run();
        let commands = verfahren_commands(stage.harness.state()).into_iter();
        let mut changed = commands.filter_map(|command| match command {
            VerfahrenCommand::UpdateGremium(changed) => Some(changed.zustaendigkeit),
            _ => None,
        });
        changed.next_back()
    };
    assert_eq!(named("Rat"), Some(Zustaendigkeit::Beschluss));
    assert_eq!(named("Beirat"), Some(Zustaendigkeit::Empfehlung));
}

#[test]
fn money_spent_and_notes_are_entered_with_the_measure() {
    let mut stage = tab(marten(), "Umsetzung");
    stage.harness.get_by_label("Bürgerdialog").click();
    stage.harness.run();
    stage.harness.get_by_label("Ausgabe eintragen").click();
    stage.harness.run();
    stage.harness.get_by_label("Notiz anlegen").click();
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state());
    let fits = matches!(commands.as_slice(), [VerfahrenCommand::AddMittelabfluss(entry), VerfahrenCommand::AddUmsetzungsnotiz(note)]
        if entry.massnahme == note.massnahme && entry.date == TODAY);
    assert!(fits, "{commands:?}");
}

#[test]
fn a_spending_that_was_begun_takes_the_keyboard_as_soon_as_it_is_there() {
    let mut stage = tab(marten(), "Umsetzung");
    stage.harness.get_by_label("Bürgerdialog").click();
    stage.harness.run();
    stage.harness.get_by_label("Ausgabe eintragen").click();
    stage.harness.run();
    let commands = verfahren_commands(stage.harness.state()).into_iter();
    let mut begun = commands.filter_map(|command| match command {
        VerfahrenCommand::AddMittelabfluss(entry) => Some(entry.clone()),
        _ => None,
    });
    let entry = Mittelabfluss { id: MittelabflussId(9_999), ..begun.next().expect("begun") };
    let window = stage.harness.state_mut();
    let mut snapshot = (*window.snapshot).clone();
    let known = &mut Arc::make_mut(&mut snapshot.verfahren).mittelabfluesse;
    known.push(entry);
    known.sort_by_key(|entry| std::cmp::Reverse((entry.year, entry.date, entry.id)));
    window.snapshot = Arc::new(snapshot);
    stage.harness.run();
    let fields = stage.harness.get_all_by_role_and_label(Role::TextInput, "Betrag (€)");
    assert_eq!(fields.filter(|field| field.is_focused()).count(), 1);
}

/// The picture of the money, as it is copied.
fn copied_picture_of_money(window: Window) -> Figure {
    let mut stage = tab(window, "Umsetzung");
    stage.harness.get_by_label("Diagramm kopieren oder speichern").click();
    stage.harness.run();
    stage.harness.get_by_label("Bild kopieren").click();
    stage.harness.run();
    let intents = &stage.harness.state().intents;
    let figure =
        intents.iter().find_map(|intent| if let Intent::CopyFigure(figure) = intent { Some(figure) } else { None });
    *figure.expect("a picture").clone()
}

#[test]
fn the_picture_of_money_is_marked_where_the_plan_or_a_spending_is_invented_and_names_the_entries() {
    let own = |plan_is_invented: bool, spending_is_invented: bool| {
        let mut window = with_verfahren(Window::sample(Section::Verfahren, "Nordmarkt"), |verfahren| {
            verfahren.mittelabfluesse.iter_mut().for_each(|entry| entry.demonstration = spending_is_invented);
        });
        let mut snapshot = (*window.snapshot).clone();
        let mut programmes = (*snapshot.programmes).clone();
        programmes.iter_mut().for_each(|programme| programme.demonstration = plan_is_invented);
        snapshot.programmes = programmes.into();
        window.snapshot = snapshot.into();
        window
    };
    for (plan, spending) in [(true, false), (false, true), (false, false)] {
        let figure = copied_picture_of_money(own(plan, spending));
        assert_eq!(!figure.notes.is_empty(), plan || spending, "{plan} {spending}");
        assert!(figure.source.contains("eigene Eintragungen"), "{}", figure.source);
    }
}

#[test]
fn a_target_without_newer_data_says_so_in_words() {
    let stage = tab(marten(), "Umsetzung");
    assert!(stage.harness.query_all_by_label_contains("keine neueren Daten").count() > 0);
}

#[test]
fn the_dates_are_saved_for_a_calendar() {
    let mut stage = open(marten(), Theme::Light, SIZE);
    stage.harness.run();
    stage.harness.get_by_label("Fristen als Kalender").click();
    stage.harness.run();
    let saved = |intent: &Intent| matches!(intent, Intent::SaveDates(DatesFile::Calendar));
    assert!(stage.harness.state().intents.iter().any(saved));
}

#[test]
fn pictures_of_the_procedure() {
    for label in ["Wiedervorlagen", "Gremien", "Beschlüsse", "Niederschriften", "Umsetzung"] {
        let nordmarkt = || Window::sample(Section::Verfahren, "Nordmarkt");
        let name = format!("verfahren_{}", label.to_lowercase().replace('ü', "ue"));
        pictures(&name, nordmarkt, |stage| stage.harness.get_by_role_and_label(Role::RadioButton, label).click());
    }
    pictures(
        "verfahren_leer",
        || Window::frame(Section::Verfahren),
        |stage| {
            stage.harness.get_by_label("Umsetzung").click();
        },
    );
    pictures("verfahren", marten, |_| {});
    pictures("verfahren_vorlage", marten, |stage| stage.harness.get_by_label("Vorlage").click());
    pictures("verfahren_verlauf", marten, |stage| stage.harness.get_by_label("Verlauf").click());
}
