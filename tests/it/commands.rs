//! Every command undoes and redoes; a refused one leaves nothing behind; the file opens as it was closed.
#![allow(clippy::unwrap_used)] // helpers of tests

use aktionsplan::clock::Clock;
use aktionsplan::domain::*;
use aktionsplan::jobs::Progress;
use aktionsplan::project::*;
use aktionsplan::text::Explain;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

fn clock() -> Clock {
    Arc::new(|| "2026-11-22T09:41:07+01:00".to_owned())
}

/// A folder for a project; in memory where there is such a place, because every step waits for the disk.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn empty() -> (TempDir, Project) {
    let folder = folder();
    let path = folder.path().join("Probe für Hörde.aktionsplan");
    let project = Project::create(&path, Template::Leer, false, clock()).unwrap();
    (folder, project)
}

/// An area with everything that is stored of one, to be added.
fn area(level: AreaLevel, key: &str, name: &str, parent: Option<AreaId>) -> Area {
    Area {
        parent,
        valid_from: Some(jiff::civil::date(2008, 1, 1)),
        synonyms: vec![format!("{name} alt"), format!("{name}\0mit Nullzeichen")],
        note: "Anmerkung mit 'Anführung' und\nZeilenumbruch".into(),
        tile: Some(Tile { column: 3, row: 4 }),
        ..super::areas::area(0, level, key, name)
    }
}

/// A triangle around a place.
fn triangle(west: f64) -> Geometry {
    let outer = vec![[west, 51.0], [west + 0.1, 51.0], [west, 51.100_000_1]];
    Geometry { polygons: vec![Polygon { outer, holes: Vec::new() }] }
}

/// Boundaries of an area and of one that comes along.
fn boundaries(known: AreaId) -> BoundaryBatch {
    BoundaryBatch {
        file_name: "Räume.geojson".into(),
        sha256: "0".repeat(64),
        system: CoordinateSystem::Utm32,
        new_areas: vec![area(AreaLevel::Aktionsquartier, "neu", "Neues Quartier", Some(known))],
        boundaries: vec![(AreaTarget::Existing(known), triangle(7.0)), (AreaTarget::New(0), triangle(7.123_456_7))],
    }
}

fn area_set(code: &str, members: Vec<AreaId>) -> AreaSet {
    AreaSet {
        id: AreaSetId(0),
        code: code.into(),
        name: format!("Auswahl {code}"),
        state: AreaSetState::Vorschlag,
        valid_from: None,
        valid_to: None,
        note: String::new(),
        members,
    }
}

fn indicator(code: &str) -> Indicator {
    Indicator {
        id: IndicatorId(0),
        code: code.into(),
        name: format!("Indikator {code}"),
        definition: "Anteil".into(),
        numerator: "Personen".into(),
        denominator: "Bevölkerung".into(),
        age_bounds: String::new(),
        unit: "%".into(),
        scale: 100.0,
        decimals: 1,
        direction: Direction::HighIsNeed,
        dimension: "Arbeit".into(),
        handlungsfeld: Some(Handlungsfeld::Arbeit),
        source: "Probe".into(),
        caveat: String::new(),
        is_population: false,
        breaks: vec![SeriesBreak { year: 2015, reason: "neue Abgrenzung".into() }],
    }
}

fn batch(file_name: &str, areas: &[AreaId], value: f64) -> ImportBatch {
    let rows = vec![
        row(0, 0, 0, Some(value), Status::Reported),
        row(1, 0, 0, None, Status::Suppressed),
        row(0, 1, 1, Some(0.1 + 0.2), Status::Provisional),
        row(u32::try_from(areas.len()).unwrap(), 0, 0, Some(0.0), Status::Nil),
    ];
    ImportBatch {
        file_name: file_name.into(),
        sha256: "00".into(),
        size_bytes: 12,
        file_date: Some("2026-11-12T08:30:00+01:00".into()),
        sheets: vec!["Tabelle1".into()],
        mapping: "blatt = 1".into(),
        source_note: "Probe, erfunden".into(),
        demonstration: true,
        refused: 1,
        original: None,
        new_areas: vec![area(AreaLevel::Unterbezirk, file_name, file_name, Some(areas[0]))],
        new_indicators: vec![indicator(&format!("NEU_{}", file_name.replace('.', "_")))],
        new_synonyms: vec![(areas[0], format!("Schreibweise {file_name}"))],
        areas: areas.iter().map(|id| AreaTarget::Existing(*id)).chain([AreaTarget::New(0)]).collect(),
        indicators: vec!["SGB2".into(), format!("NEU_{}", file_name.replace('.', "_"))],
        periods: vec!["2025".into(), "31.12.2024".into()],
        texts: rows
            .iter()
            .map(|row| row.value.get().map_or(".".to_owned(), |value| value.to_string().replace('.', ",")))
            .collect(),
        rows: Arc::new(rows),
    }
}

fn row(area: u32, indicator: u32, period: u32, value: Option<f64>, status: Status) -> ImportRow {
    ImportRow {
        area,
        indicator,
        period,
        value: value.into(),
        counts: RowCounts::known(value.map(|value| value * 3.0), None),
        status,
        cell: CellRef { sheet: 0, row: 4 + area, column: 2 },
    }
}

fn spec(name: &str) -> IndexSpec {
    let mut spec = IndexSpec::recommended(AreaLevel::Sozialraum, Vec::new());
    spec.indicators.push(SpecIndicator::new("SGB2", Direction::HighIsNeed, 1.0, "Arbeit"));
    spec.name = name.into();
    spec
}

fn new_passage(section: SectionKey, origin: PassageOrigin, text: &str) -> NewPassage {
    let basis = vec![BoundValue { reference: "wert:SGB2:marten:2025".into(), shown: "12,4 %".into(), pinned: false }];
    NewPassage { section, origin, text: text.into(), basis, fingerprint: "f1".into() }
}

fn ziel(kind: ZielKind, text: &str) -> Ziel {
    Ziel {
        indicator: "SGB2".into(),
        start_value: Some(12.4),
        target_value: Some(10.0),
        target_year: Some(2029),
        stufe: WirkungsStufe::Lebenslage,
        zielgruppe: "Familien".into(),
        ort: "Ortsteil Süd".into(),
        beteiligte: "Jugendamt".into(),
        messgroesse: "Haushalte".into(),
        start_bound: Some(bound_start()),
        realismus: "Die Mittel sind doppelt so hoch wie bisher.".into(),
        kette: vec![glied()],
        ..Ziel::new(ZielId(0), kind, Handlungsfeld::Kinder, text)
    }
}

fn scenario(name: &str, massnahme: MassnahmeId) -> Szenario {
    Szenario { name: name.into(), auswahl: Szenarioauswahl::Eigene([massnahme].into()), im_anhang: true }
}

fn bound_start() -> BoundValue {
    BoundValue { reference: "wert:SGB2:a1:2025".into(), shown: "12,4 %".into(), pinned: false }
}

fn glied() -> WirkungsGlied {
    WirkungsGlied { stufe: WirkungsStufe::Wissen, text: "Eltern kennen die Hilfen.".into(), indicator: "SGB2".into() }
}

fn massnahme(titel: &str) -> Massnahme {
    let mut massnahme = Massnahme::new(MassnahmeId(0), 0, titel, Handlungsfeld::Arbeit);
    massnahme.beginn = Some(Quarter { year: 2026, quarter: 2 });
    massnahme.ende = Some(Quarter { year: 2028, quarter: 4 });
    massnahme.kosten = vec![CostItem { year: 2026, kind: CostKind::Sach, amount: Euro::whole(500) }];
    massnahme.finanzierung = vec![FundingItem {
        year: 2026,
        source: FundingSource::Aktionsraumfonds,
        state: FundingState::Bewilligt,
        amount: Euro::whole(300),
    }];
    massnahme.pruefung_am = Some(jiff::civil::date(2027, 6, 30));
    massnahme.messgroesse = "Teilnehmende".into();
    massnahme.start_bound = Some(bound_start());
    massnahme.kette = vec![glied()];
    massnahme.bewertung = Bewertung { wirkung: Some(4), aufwand: Some(2), begruendung: "Wunsch der Konferenz".into() };
    massnahme.meilensteine =
        vec![Meilenstein { am: jiff::civil::date(2027, 3, 31), titel: "Zwischenprüfung".into(), erledigt: true }];
    massnahme.ausgeschlossen = vec![YearAmount { year: 2026, amount: Euro::whole(100) }];
    massnahme
}

fn akteur(area: AreaId, name: &str) -> Akteur {
    Akteur {
        role: AkteurRole::Kita,
        task: "Ort".into(),
        handlungsfelder: vec![Handlungsfeld::Kinder],
        zusagen: vec![Zusage {
            what: "Raum am Vormittag".into(),
            until: Some(jiff::civil::date(2027, 7, 31)),
            state: ZusageState::Zugesagt,
            ..Zusage::default()
        }],
        contacts: vec![Kontakt { date: jiff::civil::date(2026, 9, 22), note: "Gespräch".into() }],
        next_contact: Some(jiff::civil::date(2027, 1, 15)),
        demonstration: true,
        ..Akteur::new(area, name)
    }
}

fn angebot(area: AreaId, name: &str) -> Angebot {
    Angebot {
        traeger: "Träger".into(),
        kind: AngebotArt::Treffpunkt,
        capacity: Some(18),
        use_percent: Some(60),
        funded: FundingTerm::Until(jiff::civil::date(2027, 12, 31)),
        as_of: Some(jiff::civil::date(2026, 11, 3)),
        demonstration: true,
        ..Angebot::new(area, name, Handlungsfeld::Zusammenhalt)
    }
}

fn kontaktperson(akteur: AkteurId, function: &str) -> Kontaktperson {
    Kontaktperson {
        id: KontaktpersonId(0),
        akteur,
        function: function.into(),
        name: String::new(),
        reach: "dienstlich".into(),
        purpose: "Absprachen zum Handlungsprogramm".into(),
        delete_on: jiff::civil::date(2027, 11, 30),
    }
}

fn netzwerk(name: &str, members: Vec<AkteurId>, areas: Vec<AreaId>) -> Netzwerk {
    Netzwerk { id: NetzwerkId(0), name: name.into(), purpose: "Absprachen".into(), members, areas, demonstration: true }
}

fn deckung(f: &Filled, grad: Deckungsgrad) -> Deckung {
    Deckung { area: f.areas[1], bezug: Bezug::Bedarf("SGB2".into()), angebot: f.angebot, grad }
}

fn aussage(area: AreaId, text: &str) -> Aussage {
    Aussage {
        id: AussageId(0),
        area,
        date: None,
        occasion: "Werkstatt".into(),
        text: text.into(),
        indicator: "SGB2".into(),
        stance: AussageStance::Widerspricht,
        veranstaltung: None,
        swot: Some(Swot::Schwaeche),
        handlungsfeld: Some(Handlungsfeld::Kinder),
        massnahme: None,
        answer: "Wird geprüft".into(),
        demonstration: true,
    }
}

fn veranstaltung(area: AreaId, title: &str) -> Veranstaltung {
    Veranstaltung {
        id: VeranstaltungId(0),
        area,
        form: VeranstaltungsForm::Buergerforum,
        title: title.into(),
        date: Some(jiff::civil::date(2026, 5, 4)),
        place: "Gemeindehaus".into(),
        groups: vec![ErreichteGruppe { group: "Eltern".into(), reached: Some(34) }],
        theses: vec![
            These { text: "Es fehlt ein Ort.".into(), support: Zustimmung::Gezaehlt { dafuer: 30, abgegeben: 34 } },
            These { text: "Es gibt viel Hilfe.".into(), support: Zustimmung::Geteilt },
        ],
        demonstration: true,
    }
}

fn idee(veranstaltung: VeranstaltungId, text: &str) -> Idee {
    Idee { id: IdeeId(0), veranstaltung, text: text.into(), handlungsfeld: Handlungsfeld::Kinder, massnahme: None }
}

fn mitwirkung(veranstaltung: VeranstaltungId, who: &str) -> Mitwirkung {
    Mitwirkung { id: MitwirkungId(0), veranstaltung, who: who.into(), what: "Frühstück".into(), massnahme: None }
}

fn erfahrung(areas: Vec<AreaId>, title: &str) -> Erfahrung {
    Erfahrung {
        id: ErfahrungId(0),
        title: title.into(),
        programme: "Früheres Programm".into(),
        period: "früher".into(),
        done: "Treffpunkt".into(),
        result: "gut besucht".into(),
        lesson: "früh beginnen".into(),
        source: "Bericht".into(),
        handlungsfelder: vec![Handlungsfeld::Kinder, Handlungsfeld::Arbeit],
        areas,
        ziele: Vec::new(),
        massnahmen: Vec::new(),
        demonstration: true,
    }
}

fn aktionsbuero(area: AreaId, place: &str) -> Aktionsbuero {
    let hours = Oeffnungszeit { day: Wochentag::Mittwoch, from: 540, to: 720, purpose: "Eltern".into(), is_new: true };
    let offer = Bueroangebot {
        key: "antraege".into(),
        title: "Hilfe bei Anträgen".into(),
        description: String::new(),
        needs: vec!["SGB2".into()],
    };
    Aktionsbuero {
        place: place.into(),
        partners: vec![Partner { name: "Jobcenter".into(), contribution: "Sprechzeit".into() }],
        hours: vec![hours],
        offers: vec![offer],
        reason: "Grund".into(),
        staff_hundredths: Some(150),
        visits: vec![Besuche { period: "2026".into(), visits: Some(46), target: None }],
        ..Aktionsbuero::new(area)
    }
}

fn step(title: &str) -> ProcedureStep {
    ProcedureStep {
        id: SchrittId(0),
        position: 0,
        title: title.into(),
        responsible: "Amt".into(),
        result: "Bericht".into(),
        checklist: vec!["eins".into(), "zwei".into()],
        is_committee: false,
        gates: vec![ProcedureGate::FinanzierungGedeckt, ProcedureGate::UeberschneidungenGeklaert],
    }
}

const DAY: jiff::civil::Date = jiff::civil::date(2026, 12, 1);

fn wiedervorlage(text: &str, area: Option<AreaId>, link: Option<WiedervorlageLink>) -> Wiedervorlage {
    Wiedervorlage { id: WiedervorlageId(0), date: DAY, text: text.into(), area, link, done: None, demonstration: true }
}

fn gremium(name: &str) -> Gremium {
    Gremium {
        id: GremiumId(0),
        name: name.into(),
        zustaendigkeit: Zustaendigkeit::Beschluss,
        sitzungen: vec![DAY],
        note: String::new(),
        demonstration: true,
    }
}

fn beschluss(gremium: GremiumId, gegenstand: &str, areas: Vec<AreaId>) -> Beschluss {
    Beschluss {
        id: BeschlussId(0),
        gremium,
        date: Some(DAY),
        drucksache: "27114-26".into(),
        oeffentlichkeit: Oeffentlichkeit::Nichtoeffentlich,
        gegenstand: gegenstand.into(),
        wortlaut: "Der Rat beschließt.".into(),
        ergebnis: None,
        areas,
        demonstration: true,
    }
}

fn niederschrift(arbeitsgruppe: &str, area: Option<AreaId>) -> Niederschrift {
    Niederschrift {
        id: NiederschriftId(0),
        date: DAY,
        arbeitsgruppe: arbeitsgruppe.into(),
        area,
        anwesend: vec!["Sozialamt".into(), "Jobcenter".into()],
        punkte: vec![Tagesordnungspunkt { thema: "Entwurf".into(), ergebnis: "beraten".into() }],
        offen: vec!["Träger anfragen".into()],
        demonstration: true,
    }
}

fn notiz(massnahme: MassnahmeId, text: &str) -> Umsetzungsnotiz {
    let id = UmsetzungsnotizId(0);
    Umsetzungsnotiz { id, massnahme, date: DAY, text: text.into(), gezaehlt: Some(64.5), demonstration: true }
}

fn abfluss(massnahme: MassnahmeId, euros: i64) -> Mittelabfluss {
    Mittelabfluss {
        id: MittelabflussId(0),
        massnahme,
        year: 2027,
        date: DAY,
        amount: Euro::whole(euros),
        note: "Abschlag".into(),
        demonstration: true,
    }
}

fn version(assessment: &str) -> Arc<FassungContent> {
    Arc::new(FassungContent { assessment: assessment.into(), first_year: 2026, ..FassungContent::default() })
}

/// A project in which every kind of thing occurs at least twice, and the identities that commands need.
struct Filled {
    _folder: TempDir,
    project: Project,
    areas: Vec<AreaId>,
    set: AreaSetId,
    import: ImportId,
    recipes: [RecipeId; 2],
    programme: HandlungsprogrammId,
    passages: Vec<PassageId>,
    leitziel: ZielId,
    massnahmen: [MassnahmeId; 2],
    akteur: AkteurId,
    angebot: AngebotId,
    aussage: AussageId,
    person: KontaktpersonId,
    network: NetzwerkId,
    veranstaltung: VeranstaltungId,
    idee: IdeeId,
    mitwirkung: MitwirkungId,
    erfahrung: ErfahrungId,
    aktionsbuero: AktionsbueroId,
    steps: [SchrittId; 2],
    durchgang: DurchgangId,
    wiedervorlage: WiedervorlageId,
    gremien: [GremiumId; 2],
    beschluss: BeschlussId,
    niederschrift: NiederschriftId,
    fassung: FassungId,
    notiz: UmsetzungsnotizId,
    abfluss: MittelabflussId,
}

fn created(project: &mut Project, command: Command) -> i64 {
    project.execute(command).unwrap().created.unwrap()
}

fn filled() -> Filled {
    let (folder, mut project) = empty();
    let p = &mut project;
    let areas = vec![
        area(AreaLevel::Stadt, "05913", "Dortmund", None),
        area(AreaLevel::Sozialraum, "marten", "Marten", Some(AreaId(-1))),
        area(AreaLevel::Sozialraum, "hoerde", "Hörde", Some(AreaId(-1))),
        area(AreaLevel::Sozialraum, "leer", "Ungenutzt", None),
    ];
    p.execute(Command::Area(AreaCommand::Add(areas))).unwrap();
    let areas: Vec<AreaId> = p.snapshot().data.areas.iter().map(|area| area.id).collect();
    // An area that is removed takes its boundary along, and gets it back.
    p.execute(Command::Area(AreaCommand::SetBoundaries(Box::new(BoundaryBatch {
        new_areas: Vec::new(),
        boundaries: vec![(AreaTarget::Existing(areas[3]), triangle(7.5))],
        ..boundaries(areas[3])
    }))))
    .unwrap();
    let set = area_set("a", vec![areas[2], areas[1]]);
    let set = AreaSetId(created(p, Command::Area(AreaCommand::AddSet(set))));
    created(p, Command::Indicator(IndicatorCommand::Add(indicator("SGB2"))));
    created(p, Command::Indicator(IndicatorCommand::Add(indicator("LEER"))));
    let run = |value| Command::Import(ImportCommand::Run(Box::new(value)));
    let import = ImportId(created(p, run(batch("alt.csv", &areas[1..3], 12.4))));
    created(p, run(batch("neu.csv", &areas[1..3], 13.5)));
    let recipes = ["Eins", "Zwei"].map(|name| RecipeId(created(p, Command::Recipe(RecipeCommand::Add(spec(name))))));
    p.execute(Command::Recipe(RecipeCommand::SetCurrent(recipes[0]))).unwrap();
    let create = ProgrammeCommand::Create { area: areas[1], first_year: 2026, last_year: 2029 };
    let programme = HandlungsprogrammId(created(p, Command::Programme(create)));
    let origins = [PassageOrigin::Generated, PassageOrigin::Own, PassageOrigin::Generated];
    let passages = origins.map(|origin| {
        let passage = new_passage(SectionKey::Bevoelkerung, origin, "In Marten leben [wert:EW:marten:2025] Menschen.");
        PassageId(created(p, Command::Programme(ProgrammeCommand::AddPassage { programme, passage })))
    });
    let mut goal = |ziel| ZielId(created(p, Command::Programme(ProgrammeCommand::AddZiel { programme, ziel })));
    let leitziel = goal(ziel(ZielKind::Leitziel, "Leitziel"));
    let handlungsziel = goal(ziel(ZielKind::Handlungsziel { parent: leitziel }, "Handlungsziel"));
    let mut first = massnahme("Erste");
    first.ziel = Some(handlungsziel);
    let mut measure = |massnahme| {
        let command = ProgrammeCommand::AddMassnahme { programme, massnahme: Box::new(massnahme) };
        MassnahmeId(created(p, Command::Programme(command)))
    };
    let first = measure(first);
    let mut second = massnahme("Zweite");
    second.abhaengig_von = vec![first];
    let massnahmen = [first, measure(second)];
    let mut vor_ort = |command| created(p, Command::VorOrt(command));
    let akteur = AkteurId(vor_ort(VorOrtCommand::AddAkteur(akteur(areas[1], "Kita"))));
    let angebot = AngebotId(vor_ort(VorOrtCommand::AddAngebot(angebot(areas[1], "Treff"))));
    // Removing the organisation takes its person along and leaves its partner, service and network behind.
    let person = KontaktpersonId(vor_ort(VorOrtCommand::AddKontaktperson(kontaktperson(akteur, "Leitung"))));
    let partner =
        Akteur { works_with: vec![akteur], massnahmen: vec![massnahmen[0]], ..self::akteur(areas[1], "Verein") };
    vor_ort(VorOrtCommand::AddAkteur(partner));
    let run_by = Angebot { akteur: Some(akteur), ..self::angebot(areas[1], "Krabbelgruppe") };
    vor_ort(VorOrtCommand::AddAngebot(run_by));
    let network = netzwerk("Runde", vec![akteur], vec![areas[1]]);
    let network = NetzwerkId(vor_ort(VorOrtCommand::AddNetzwerk(network)));
    let bezug = Bezug::Bedarf("SGB2".into());
    let decided = Deckung { area: areas[1], bezug: bezug.clone(), angebot, grad: Deckungsgrad::Deckt };
    p.execute(Command::VorOrt(VorOrtCommand::SetDeckung(decided))).unwrap();
    let reason = Begruendung { area: areas[1], bezug, text: "Wird beobachtet.".into() };
    p.execute(Command::VorOrt(VorOrtCommand::SetBegruendung(reason))).unwrap();
    let mut at_event = aussage(areas[1], "Es fehlt ein Treffpunkt.");
    let mut participation = |command| created(p, Command::Beteiligung(command));
    let veranstaltung =
        VeranstaltungId(participation(BeteiligungCommand::AddVeranstaltung(veranstaltung(areas[1], "Bürgerforum"))));
    let mut adopted = idee(veranstaltung, "Ein Frühstück");
    adopted.massnahme = Some(massnahmen[0]);
    let idee = IdeeId(participation(BeteiligungCommand::AddIdee(adopted)));
    let mut helper = mitwirkung(veranstaltung, "Elterngruppe");
    helper.massnahme = Some(massnahmen[0]);
    let mitwirkung = MitwirkungId(participation(BeteiligungCommand::AddMitwirkung(helper)));
    (at_event.veranstaltung, at_event.massnahme) = (Some(veranstaltung), Some(massnahmen[0]));
    let aussage = AussageId(created(p, Command::VorOrt(VorOrtCommand::AddAussage(at_event))));
    let mut linked = erfahrung(vec![areas[2], areas[1]], "Treffpunkt");
    (linked.ziele, linked.massnahmen) = (vec![leitziel], vec![massnahmen[0], massnahmen[1]]);
    let erfahrung = ErfahrungId(created(p, Command::Erfahrung(ErfahrungCommand::Add(linked))));
    let office = AktionsbueroCommand::Add(aktionsbuero(areas[1], "Bürgertreff"));
    let aktionsbuero = AktionsbueroId(created(p, Command::Aktionsbuero(office)));
    let steps = ["Datenanalyse", "Beteiligung"]
        .map(|title| SchrittId(created(p, Command::Verfahren(VerfahrenCommand::AddStep(step(title))))));
    let state = StepState {
        area: areas[1],
        step: steps[0],
        progress: StepProgress::Laeuft,
        date: Some(jiff::civil::date(2026, 12, 1)),
        settled: vec![1],
        note: String::new(),
    };
    let before = VerfahrenCommand::BeginDurchgang {
        name: "Verfahren 2026/27".into(),
        present_name: "Verfahren 2024/25".into(),
        day: DAY,
    };
    p.execute(Command::Verfahren(VerfahrenCommand::SetState(state.clone()))).unwrap();
    p.execute(Command::Verfahren(before)).unwrap();
    let durchgang = p.snapshot().verfahren.durchgaenge.last().unwrap().id;
    p.execute(Command::Verfahren(VerfahrenCommand::SetState(state))).unwrap();
    let mut verfahren = |command| created(p, Command::Verfahren(command));
    let gremien =
        ["Rat", "Bezirksvertretung"].map(|name| GremiumId(verfahren(VerfahrenCommand::AddGremium(gremium(name)))));
    let on_paper = beschluss(gremien[0], "Handlungsprogramm Marten", vec![areas[1], areas[2]]);
    let beschluss = BeschlussId(verfahren(VerfahrenCommand::AddBeschluss(on_paper)));
    let minutes = niederschrift("Arbeitskreis", Some(areas[1]));
    let niederschrift = NiederschriftId(verfahren(VerfahrenCommand::AddNiederschrift(minutes)));
    // One for each kind of thing that may be removed under it.
    let links = [
        WiedervorlageLink::Massnahme(massnahmen[0]),
        WiedervorlageLink::Angebot(angebot),
        WiedervorlageLink::Passage(passages[0]),
        WiedervorlageLink::Niederschrift(niederschrift),
    ];
    let [wiedervorlage, ..] = links.map(|link| {
        let entry = wiedervorlage("Träger anfragen", Some(areas[1]), Some(link));
        WiedervorlageId(verfahren(VerfahrenCommand::AddWiedervorlage(entry)))
    });
    let notiz = UmsetzungsnotizId(verfahren(VerfahrenCommand::AddUmsetzungsnotiz(notiz(massnahmen[0], "begonnen"))));
    let abfluss = MittelabflussId(verfahren(VerfahrenCommand::AddMittelabfluss(abfluss(massnahmen[0], 250))));
    let keep = ProgrammeCommand::KeepVersion {
        programme,
        kept_on: DAY,
        anlass: "vor dem Beschluss".into(),
        content: version("alt"),
    };
    let fassung = FassungId(created(p, Command::Programme(keep)));
    let passages = passages.to_vec();
    Filled {
        _folder: folder,
        project,
        areas,
        set,
        import,
        recipes,
        programme,
        passages,
        leitziel,
        massnahmen,
        akteur,
        angebot,
        aussage,
        person,
        network,
        veranstaltung,
        idee,
        mitwirkung,
        erfahrung,
        aktionsbuero,
        steps,
        durchgang,
        wiedervorlage,
        gremien,
        beschluss,
        niederschrift,
        fassung,
        notiz,
        abfluss,
    }
}

/// One example of every command. The list and [`name_of`] grow together: the match there has no wildcard.
fn examples(f: &Filled) -> Vec<Command> {
    let snapshot = f.project.snapshot();
    let other_area = Area { id: f.areas[2], ..area(AreaLevel::Sozialraum, "hoerde", "Hörde-Mitte", Some(f.areas[0])) };
    let other_set = AreaSet { id: f.set, ..area_set("b", vec![f.areas[1], f.areas[2], f.areas[3]]) };
    let card = snapshot.data.indicator_by_code("SGB2").unwrap().id;
    let other_card =
        Indicator { id: card, name: "Anders".into(), breaks: Vec::new(), handlungsfeld: None, ..indicator("SGB2") };
    let unused_card = snapshot.data.indicator_by_code("LEER").unwrap().id;
    let programme = f.programme;
    let whole = Handlungsprogramm { area: f.areas[2], ..snapshot.programmes[0].clone() };
    let other_ziel = Ziel { id: f.leitziel, ..ziel(ZielKind::Leitziel, "Anderes Leitziel") };
    let mut other_massnahme = massnahme("Erste, geändert");
    other_massnahme.id = f.massnahmen[0];
    let state = |progress, settled| StepState {
        area: f.areas[1],
        step: f.steps[0],
        progress,
        date: None,
        settled,
        note: String::new(),
    };
    let drafts = vec![
        new_passage(SectionKey::Bevoelkerung, PassageOrigin::Generated, "neu"),
        new_passage(SectionKey::Methode, PassageOrigin::Generated, "Methode"),
    ];
    let mut list: Vec<Command> = Vec::new();
    list.extend(
        [
            ProjectCommand::Rename("Anderer Titel".into()),
            ProjectCommand::SetPlanRules(PlanRules { yearly_budget: Euro::whole(250_000), ..PlanRules::default() }),
            ProjectCommand::Note { text: "Marten wird vorgezogen".into(), reason: "Beschluss".into() },
            ProjectCommand::NoteAusgabe {
                am: jiff::civil::date(2026, 11, 22),
                documents: "Ratsvorlage: Marten (docx)".into(),
                werte: [("wert:SGB2:a1:2025".to_owned(), "12,4 %".to_owned())].into(),
            },
            ProjectCommand::SetDokumentvorlage(Box::new(Dokumentvorlage {
                organisation: "Musterstadt, Sozialplanung".into(),
                fachbereich: "Fachbereich 99".into(),
                dezernat: "Dezernat 9".into(),
                accent: Some([11, 97, 112]),
                font: "Verdana".into(),
                logo: Logo::from_png(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01'".to_vec()),
            })),
            ProjectCommand::NameType(TypeName {
                grouping: "sozialraum/k_means/3/1".into(),
                number: 0,
                name: "Junge Familien".into(),
                period: "2025".into(),
            }),
        ]
        .map(Command::Project),
    );
    list.extend(
        [
            AreaCommand::Add(vec![
                area(AreaLevel::Unterbezirk, "010", "Oberbezirk", Some(f.areas[1])),
                area(AreaLevel::Unterbezirk, "011", "Unterbezirk", Some(AreaId(-1))),
            ]),
            AreaCommand::Update(other_area),
            AreaCommand::AddSynonym { area: f.areas[1], synonym: "Martn".into() },
            AreaCommand::Remove(f.areas[3]),
            AreaCommand::SetBoundaries(Box::new(boundaries(f.areas[1]))),
            AreaCommand::AddSet(area_set("c", vec![f.areas[1]])),
            AreaCommand::UpdateSet(other_set),
            AreaCommand::RemoveSet(f.set),
        ]
        .map(Command::Area),
    );
    list.extend(
        [
            IndicatorCommand::Add(indicator("WOHN")),
            IndicatorCommand::Update(other_card),
            IndicatorCommand::Remove(unused_card),
        ]
        .map(Command::Indicator),
    );
    list.extend(
        [
            ImportCommand::Run(Box::new(batch("dritte.csv", &f.areas[1..3], 99.5))),
            ImportCommand::SetState { import: f.import, state: ImportState::Withdrawn },
            ImportCommand::SetSourceNote { import: f.import, source_note: "Andere Quelle".into() },
        ]
        .map(Command::Import),
    );
    list.extend(
        [
            RecipeCommand::Add(spec("Drei")),
            RecipeCommand::AddAll(vec![spec("Vier"), spec("Fünf")]),
            RecipeCommand::Update { id: f.recipes[0], spec: spec("Eins neu"), label: "Gewicht geändert".into() },
            RecipeCommand::Remove(f.recipes[1]),
            RecipeCommand::SetCurrent(f.recipes[1]),
        ]
        .map(Command::Recipe),
    );
    list.extend(
        [
            ProgrammeCommand::Create { area: f.areas[2], first_year: 2027, last_year: 2027 },
            ProgrammeCommand::Insert(Box::new(whole)),
            ProgrammeCommand::Remove(programme),
            ProgrammeCommand::SetYears { programme, first_year: 2027, last_year: 2030 },
            ProgrammeCommand::SetState { programme, state: ProgrammeState::Beschlossen },
            ProgrammeCommand::SetAssessment { programme, text: "Einschätzung".into() },
            ProgrammeCommand::Draft {
                programme,
                sections: vec![SectionKey::Bevoelkerung, SectionKey::Methode],
                passages: drafts,
            },
            ProgrammeCommand::AddPassage {
                programme,
                passage: new_passage(SectionKey::Ziele, PassageOrigin::Own, "Eigenes"),
            },
            ProgrammeCommand::EditPassage {
                passage: f.passages[0],
                text: "Andere Worte".into(),
                basis: Vec::new(),
                origin: PassageOrigin::Edited,
            },
            ProgrammeCommand::SetBasis { passage: f.passages[0], basis: Vec::new(), fingerprint: "f2".into() },
            ProgrammeCommand::SetBases { programme, passages: vec![(f.passages[0], vec![bound_start()])] },
            ProgrammeCommand::MovePassage { passage: f.passages[0], position: 2 },
            ProgrammeCommand::RemovePassage(f.passages[0]),
            ProgrammeCommand::AddZiel { programme, ziel: ziel(ZielKind::Leitziel, "Drittes") },
            ProgrammeCommand::UpdateZiel(other_ziel),
            ProgrammeCommand::RemoveZiel(f.leitziel),
            ProgrammeCommand::AddMassnahme { programme, massnahme: Box::new(massnahme("Dritte")) },
            ProgrammeCommand::UpdateMassnahme(Box::new(other_massnahme)),
            ProgrammeCommand::RemoveMassnahme(f.massnahmen[0]),
            ProgrammeCommand::KeepVersion {
                programme,
                kept_on: DAY,
                anlass: "Zwischenstand".into(),
                content: version("neu"),
            },
            ProgrammeCommand::RemoveVersion(f.fassung),
            ProgrammeCommand::SetSzenarien { programme, szenarien: vec![scenario("Kern", f.massnahmen[0])] },
        ]
        .map(Command::Programme),
    );
    list.extend(
        [
            VorOrtCommand::AddAkteur(akteur(f.areas[2], "Schule")),
            VorOrtCommand::UpdateAkteur(Akteur { id: f.akteur, ..akteur(f.areas[2], "Andere Kita") }),
            VorOrtCommand::RemoveAkteur(f.akteur),
            VorOrtCommand::AddAngebot(angebot(f.areas[2], "Zweiter Treff")),
            VorOrtCommand::UpdateAngebot(Angebot { id: f.angebot, ..angebot(f.areas[2], "Anderer Treff") }),
            VorOrtCommand::RemoveAngebot(f.angebot),
            VorOrtCommand::ImportAngebote {
                file_name: "Bestand.xlsx".into(),
                angebote: vec![
                    angebot(f.areas[2], "Dritter Treff"),
                    Angebot { id: f.angebot, ..angebot(f.areas[2], "Eingelesener Treff") },
                ],
            },
            VorOrtCommand::SetDeckung(deckung(f, Deckungsgrad::Teilweise)),
            VorOrtCommand::ClearDeckung { area: f.areas[1], bezug: Bezug::Bedarf("SGB2".into()), angebot: f.angebot },
            VorOrtCommand::SetBegruendung(Begruendung {
                area: f.areas[1],
                bezug: Bezug::Bedarf("SGB2".into()),
                text: String::new(),
            }),
            VorOrtCommand::AddKontaktperson(kontaktperson(f.akteur, "Vertretung")),
            VorOrtCommand::UpdateKontaktperson(Kontaktperson { id: f.person, ..kontaktperson(f.akteur, "Büro") }),
            VorOrtCommand::RemoveKontaktperson(f.person),
            VorOrtCommand::RemoveOverdueKontaktpersonen(jiff::civil::date(2027, 11, 30)),
            VorOrtCommand::AddNetzwerk(netzwerk("Zweite Runde", vec![f.akteur], Vec::new())),
            VorOrtCommand::UpdateNetzwerk(Netzwerk { id: f.network, ..netzwerk("Kreis", Vec::new(), Vec::new()) }),
            VorOrtCommand::RemoveNetzwerk(f.network),
            VorOrtCommand::AddAussage(aussage(f.areas[2], "Zweite Aussage")),
            VorOrtCommand::UpdateAussage(Aussage { id: f.aussage, ..aussage(f.areas[2], "Andere Aussage") }),
            VorOrtCommand::RemoveAussage(f.aussage),
        ]
        .map(Command::VorOrt),
    );
    list.extend(
        [
            BeteiligungCommand::AddVeranstaltung(veranstaltung(f.areas[2], "Begehung")),
            BeteiligungCommand::UpdateVeranstaltung(Veranstaltung {
                id: f.veranstaltung,
                theses: Vec::new(),
                ..veranstaltung(f.areas[1], "Anderes Forum")
            }),
            BeteiligungCommand::RemoveVeranstaltung(f.veranstaltung),
            BeteiligungCommand::AddIdee(idee(f.veranstaltung, "Zweite Idee")),
            BeteiligungCommand::UpdateIdee(Idee { id: f.idee, ..idee(f.veranstaltung, "Andere Idee") }),
            BeteiligungCommand::RemoveIdee(f.idee),
            BeteiligungCommand::AdoptIdee { idee: f.idee, programme, massnahme: Box::new(massnahme("Aus einer Idee")) },
            BeteiligungCommand::AddMitwirkung(mitwirkung(f.veranstaltung, "Sportverein")),
            BeteiligungCommand::UpdateMitwirkung(Mitwirkung {
                id: f.mitwirkung,
                ..mitwirkung(f.veranstaltung, "Andere Gruppe")
            }),
            BeteiligungCommand::RemoveMitwirkung(f.mitwirkung),
        ]
        .map(Command::Beteiligung),
    );
    list.extend(
        [
            ErfahrungCommand::Add(erfahrung(vec![f.areas[1]], "Zweite Erfahrung")),
            ErfahrungCommand::Update(Erfahrung { id: f.erfahrung, ..erfahrung(Vec::new(), "Andere Erfahrung") }),
            ErfahrungCommand::Remove(f.erfahrung),
        ]
        .map(Command::Erfahrung),
    );
    list.extend(
        [
            AktionsbueroCommand::Add(aktionsbuero(f.areas[2], "Ladenlokal")),
            AktionsbueroCommand::Update(Aktionsbuero { id: f.aktionsbuero, ..aktionsbuero(f.areas[1], "Anderswo") }),
            AktionsbueroCommand::Remove(f.aktionsbuero),
        ]
        .map(Command::Aktionsbuero),
    );
    list.extend(
        [
            VerfahrenCommand::AddStep(step("Beschluss")),
            VerfahrenCommand::UpdateStep(ProcedureStep { id: f.steps[0], position: 2, ..step("Datenanalyse neu") }),
            VerfahrenCommand::RemoveStep(f.steps[0]),
            VerfahrenCommand::SetState(state(StepProgress::Laeuft, vec![0, 1])),
            VerfahrenCommand::CloseStep {
                state: state(StepProgress::Geplant, vec![0, 1]),
                gates: step("").gates.into_iter().map(|gate| (gate, 0)).collect(),
                despite_gates: false,
            },
            VerfahrenCommand::NameDurchgang("Verfahren 2027".into()),
            VerfahrenCommand::BeginDurchgang {
                name: "Verfahren 2028".into(),
                present_name: "Verfahren 2026/27".into(),
                day: DAY,
            },
            VerfahrenCommand::RemoveDurchgang(f.durchgang),
        ]
        .map(Command::Verfahren),
    );
    list.extend(procedure_examples(f).map(Command::Verfahren));
    list
}

fn procedure_examples(f: &Filled) -> [VerfahrenCommand; 19] {
    let (area, other) = (Some(f.areas[2]), f.massnahmen[1]);
    let done = Wiedervorlage { id: f.wiedervorlage, done: Some(DAY), ..wiedervorlage("Träger anfragen", area, None) };
    let matter = || beschluss(f.gremien[0], "Anderer Gegenstand", vec![f.areas[2]]);
    [
        VerfahrenCommand::AddWiedervorlage(wiedervorlage("Neu", None, Some(WiedervorlageLink::Massnahme(other)))),
        VerfahrenCommand::UpdateWiedervorlage(done),
        VerfahrenCommand::RemoveWiedervorlage(f.wiedervorlage),
        VerfahrenCommand::AddGremium(gremium("Ausschuss")),
        VerfahrenCommand::UpdateGremium(Gremium { id: f.gremien[0], ..gremium("Rat der Stadt") }),
        VerfahrenCommand::RemoveGremium(f.gremien[1]),
        VerfahrenCommand::AddBeschluss(Beschluss { date: None, drucksache: String::new(), ..matter() }),
        VerfahrenCommand::UpdateBeschluss(Beschluss { id: f.beschluss, ..matter() }),
        VerfahrenCommand::RemoveBeschluss(f.beschluss),
        VerfahrenCommand::Decide {
            beschluss: f.beschluss,
            date: DAY,
            ergebnis: BeschlussErgebnis::GeaendertBeschlossen,
            anlass: "Rat".into(),
            versions: vec![(f.programme, version("beschlossen"))],
        },
        VerfahrenCommand::AddNiederschrift(niederschrift("Projektkonferenz", None)),
        VerfahrenCommand::UpdateNiederschrift(Niederschrift { id: f.niederschrift, ..niederschrift("AK", area) }),
        VerfahrenCommand::RemoveNiederschrift(f.niederschrift),
        VerfahrenCommand::AddUmsetzungsnotiz(notiz(other, "läuft")),
        VerfahrenCommand::UpdateUmsetzungsnotiz(Umsetzungsnotiz { id: f.notiz, ..notiz(other, "anders") }),
        VerfahrenCommand::RemoveUmsetzungsnotiz(f.notiz),
        VerfahrenCommand::AddMittelabfluss(abfluss(other, -20)),
        VerfahrenCommand::UpdateMittelabfluss(Mittelabfluss { id: f.abfluss, ..abfluss(other, 300) }),
        VerfahrenCommand::RemoveMittelabfluss(f.abfluss),
    ]
}

/// The number of variants that [`name_of`] knows.
const VARIANTS: usize = 110;

fn name_of(command: &Command) -> &'static str {
    match command {
        Command::Project(command) => match command {
            ProjectCommand::Rename(_) => "project rename",
            ProjectCommand::Note { .. } => "project note",
            ProjectCommand::NoteAusgabe { .. } => "ausgabe",
            ProjectCommand::SetDokumentvorlage(_) => "project template",
            ProjectCommand::SetPlanRules(_) => "plan rules",
            ProjectCommand::NameType(_) => "project type name",
        },
        Command::Area(command) => match command {
            AreaCommand::Add(_) => "area add",
            AreaCommand::Update(_) => "area update",
            AreaCommand::AddSynonym { .. } => "area synonym",
            AreaCommand::Remove(_) => "area remove",
            AreaCommand::SetBoundaries(_) => "area boundaries",
            AreaCommand::AddSet(_) => "set add",
            AreaCommand::UpdateSet(_) => "set update",
            AreaCommand::RemoveSet(_) => "set remove",
        },
        Command::Indicator(command) => match command {
            IndicatorCommand::Add(_) => "indicator add",
            IndicatorCommand::Update(_) => "indicator update",
            IndicatorCommand::Remove(_) => "indicator remove",
        },
        Command::Import(command) => match command {
            ImportCommand::Run(_) => "import run",
            ImportCommand::SetState { .. } => "import state",
            ImportCommand::SetSourceNote { .. } => "import source",
        },
        Command::Recipe(command) => match command {
            RecipeCommand::Add(_) => "recipe add",
            RecipeCommand::AddAll(_) => "recipes add",
            RecipeCommand::Update { .. } => "recipe update",
            RecipeCommand::Remove(_) => "recipe remove",
            RecipeCommand::SetCurrent(_) => "recipe current",
        },
        Command::Programme(command) => match command {
            ProgrammeCommand::Create { .. } => "programme create",
            ProgrammeCommand::Insert(_) => "programme insert",
            ProgrammeCommand::Remove(_) => "programme remove",
            ProgrammeCommand::SetYears { .. } => "programme years",
            ProgrammeCommand::SetState { .. } => "programme state",
            ProgrammeCommand::SetAssessment { .. } => "programme assessment",
            ProgrammeCommand::Draft { .. } => "programme draft",
            ProgrammeCommand::AddPassage { .. } => "passage add",
            ProgrammeCommand::EditPassage { .. } => "passage edit",
            ProgrammeCommand::SetBasis { .. } => "passage basis",
            ProgrammeCommand::SetBases { .. } => "passage bases",
            ProgrammeCommand::MovePassage { .. } => "passage move",
            ProgrammeCommand::RemovePassage(_) => "passage remove",
            ProgrammeCommand::AddZiel { .. } => "ziel add",
            ProgrammeCommand::UpdateZiel(_) => "ziel update",
            ProgrammeCommand::RemoveZiel(_) => "ziel remove",
            ProgrammeCommand::AddMassnahme { .. } => "massnahme add",
            ProgrammeCommand::UpdateMassnahme(_) => "massnahme update",
            ProgrammeCommand::RemoveMassnahme(_) => "massnahme remove",
            ProgrammeCommand::KeepVersion { .. } => "version keep",
            ProgrammeCommand::RemoveVersion(_) => "version remove",
            ProgrammeCommand::SetSzenarien { .. } => "szenarien",
        },
        Command::VorOrt(command) => match command {
            VorOrtCommand::AddAkteur(_) => "akteur add",
            VorOrtCommand::UpdateAkteur(_) => "akteur update",
            VorOrtCommand::RemoveAkteur(_) => "akteur remove",
            VorOrtCommand::AddAngebot(_) => "angebot add",
            VorOrtCommand::UpdateAngebot(_) => "angebot update",
            VorOrtCommand::RemoveAngebot(_) => "angebot remove",
            VorOrtCommand::ImportAngebote { .. } => "angebote import",
            VorOrtCommand::SetDeckung(_) => "deckung set",
            VorOrtCommand::ClearDeckung { .. } => "deckung clear",
            VorOrtCommand::SetBegruendung(_) => "begruendung set",
            VorOrtCommand::AddKontaktperson(_) => "kontaktperson add",
            VorOrtCommand::UpdateKontaktperson(_) => "kontaktperson update",
            VorOrtCommand::RemoveKontaktperson(_) => "kontaktperson remove",
            VorOrtCommand::RemoveOverdueKontaktpersonen(_) => "kontaktpersonen overdue",
            VorOrtCommand::AddNetzwerk(_) => "netzwerk add",
            VorOrtCommand::UpdateNetzwerk(_) => "netzwerk update",
            VorOrtCommand::RemoveNetzwerk(_) => "netzwerk remove",
            VorOrtCommand::AddAussage(_) => "aussage add",
            VorOrtCommand::UpdateAussage(_) => "aussage update",
            VorOrtCommand::RemoveAussage(_) => "aussage remove",
        },
        Command::Beteiligung(command) => match command {
            BeteiligungCommand::AddVeranstaltung(_) => "event add",
            BeteiligungCommand::UpdateVeranstaltung(_) => "event update",
            BeteiligungCommand::RemoveVeranstaltung(_) => "event remove",
            BeteiligungCommand::AddIdee(_) => "idea add",
            BeteiligungCommand::UpdateIdee(_) => "idea update",
            BeteiligungCommand::RemoveIdee(_) => "idea remove",
            BeteiligungCommand::AdoptIdee { .. } => "idea adopt",
            BeteiligungCommand::AddMitwirkung(_) => "helper add",
            BeteiligungCommand::UpdateMitwirkung(_) => "helper update",
            BeteiligungCommand::RemoveMitwirkung(_) => "helper remove",
        },
        Command::Erfahrung(command) => match command {
            ErfahrungCommand::Add(_) => "experience add",
            ErfahrungCommand::Update(_) => "experience update",
            ErfahrungCommand::Remove(_) => "experience remove",
        },
        Command::Aktionsbuero(command) => match command {
            AktionsbueroCommand::Add(_) => "office add",
            AktionsbueroCommand::Update(_) => "office update",
            AktionsbueroCommand::Remove(_) => "office remove",
        },
        Command::Verfahren(command) => match command {
            VerfahrenCommand::AddStep(_) => "step add",
            VerfahrenCommand::UpdateStep(_) => "step update",
            VerfahrenCommand::RemoveStep(_) => "step remove",
            VerfahrenCommand::SetState(_) => "step state",
            VerfahrenCommand::CloseStep { .. } => "step close",
            VerfahrenCommand::NameDurchgang(_) => "round name",
            VerfahrenCommand::BeginDurchgang { .. } => "round begin",
            VerfahrenCommand::RemoveDurchgang(_) => "round remove",
            VerfahrenCommand::AddWiedervorlage(_) => "wiedervorlage add",
            VerfahrenCommand::UpdateWiedervorlage(_) => "wiedervorlage update",
            VerfahrenCommand::RemoveWiedervorlage(_) => "wiedervorlage remove",
            VerfahrenCommand::AddGremium(_) => "gremium add",
            VerfahrenCommand::UpdateGremium(_) => "gremium update",
            VerfahrenCommand::RemoveGremium(_) => "gremium remove",
            VerfahrenCommand::AddBeschluss(_) => "beschluss add",
            VerfahrenCommand::UpdateBeschluss(_) => "beschluss update",
            VerfahrenCommand::RemoveBeschluss(_) => "beschluss remove",
            VerfahrenCommand::Decide { .. } => "beschluss decide",
            VerfahrenCommand::AddNiederschrift(_) => "niederschrift add",
            VerfahrenCommand::UpdateNiederschrift(_) => "niederschrift update",
            VerfahrenCommand::RemoveNiederschrift(_) => "niederschrift remove",
            VerfahrenCommand::AddUmsetzungsnotiz(_) => "umsetzungsnotiz add",
            VerfahrenCommand::UpdateUmsetzungsnotiz(_) => "umsetzungsnotiz update",
            VerfahrenCommand::RemoveUmsetzungsnotiz(_) => "umsetzungsnotiz remove",
            VerfahrenCommand::AddMittelabfluss(_) => "mittelabfluss add",
            VerfahrenCommand::UpdateMittelabfluss(_) => "mittelabfluss update",
            VerfahrenCommand::RemoveMittelabfluss(_) => "mittelabfluss remove",
        },
    }
}

/// The snapshot as text, without what counts up or keeps record. (Text, because a missing value equals no other.)
fn content(project: &Project) -> String {
    let mut snapshot = (*project.snapshot()).clone();
    snapshot.path = std::path::PathBuf::new();
    snapshot.revision = 0;
    snapshot.data.revision = 0;
    snapshot.history = Arc::default();
    snapshot.undo = UndoState::default();
    format!("{snapshot:#?}")
}

#[test]
fn every_command_undoes_and_redoes_without_a_trace() {
    let mut f = filled();
    let examples = examples(&f);
    let names: std::collections::BTreeSet<&str> = examples.iter().map(name_of).collect();
    assert_eq!((names.len(), examples.len()), (VARIANTS, VARIANTS));
    for command in examples {
        let name = name_of(&command);
        let only_history = matches!(command, Command::Project(ProjectCommand::Note { .. }));
        let only_record = matches!(command, Command::Project(ProjectCommand::NoteAusgabe { .. }));
        let (before, content_before) = (f.project.dump().unwrap(), content(&f.project));
        let outcome = f.project.execute(command).unwrap_or_else(|error| panic!("{name}: {error}"));
        let (after, content_after) = (f.project.dump().unwrap(), content(&f.project));
        assert!(!outcome.label.is_empty(), "{name}");
        if only_history {
            assert_eq!(before, after, "{name}");
            assert_eq!(f.project.snapshot().history[0].label, "Marten wird vorgezogen");
            continue;
        }
        assert_ne!(before, after, "{name} changes something");
        if only_record {
            assert_ne!(f.project.snapshot().undo.undo.as_ref(), Some(&outcome.label), "{name}");
            continue;
        }
        assert_eq!(f.project.snapshot().undo.undo.as_ref(), Some(&outcome.label));
        for _ in 0..2 {
            assert_eq!(f.project.undo().unwrap(), outcome.label);
            assert_eq!(f.project.dump().unwrap(), before, "{name} undone");
            assert_eq!(content(&f.project), content_before, "{name} undone");
            assert_eq!(f.project.redo().unwrap(), outcome.label);
            assert_eq!(f.project.dump().unwrap(), after, "{name} redone");
            assert_eq!(content(&f.project), content_after, "{name} redone");
        }
        f.project.undo().unwrap();
    }
}

#[test]
fn what_was_given_out_stays_known_whatever_is_undone() {
    let mut f = filled();
    let shown = || [("wert:SGB2:a1:2025".to_owned(), "12,4 %".to_owned())].into();
    let rename = f.project.execute(Command::Project(ProjectCommand::Rename("Anders".into()))).unwrap();
    let note = ProjectCommand::NoteAusgabe {
        am: jiff::civil::date(2026, 11, 22),
        documents: "Ratsvorlage: Marten (docx)".into(),
        werte: shown(),
    };
    f.project.execute(Command::Project(note)).unwrap();
    let entry = f.project.snapshot().history[0].clone();
    assert_eq!((entry.label.as_str(), entry.detail.as_str()), ("Dokumente ausgegeben", "Ratsvorlage: Marten (docx)"));
    assert_eq!(f.project.undo().unwrap(), rename.label, "the step before it is undone");
    f.project.execute(Command::Programme(ProgrammeCommand::Remove(f.programme))).unwrap();
    let known = &f.project.snapshot().ausgaben.werte["wert:SGB2:a1:2025"];
    assert_eq!((known.shown.as_str(), known.am), ("12,4 %", Some(jiff::civil::date(2026, 11, 22))));
}

#[test]
fn every_command_is_there_after_reopening() {
    let f = filled();
    let copy = f.project.backup().unwrap();
    let path = copy.with_extension("probe");
    for command in examples(&f) {
        let name = name_of(&command);
        std::fs::copy(&copy, &path).unwrap();
        let mut project = Project::open(&path, clock()).unwrap();
        project.execute(command).unwrap();
        let (dump, content_before) = (project.dump().unwrap(), content(&project));
        drop(project);
        let again = Project::open(&path, clock()).unwrap();
        assert_eq!(again.dump().unwrap(), dump, "{name}");
        assert_eq!(content(&again), content_before, "{name}");
    }
}

#[test]
fn six_hundred_steps_undo_to_the_beginning_and_redo_to_the_end() {
    let (_folder, mut project) = empty();
    let start = project.dump().unwrap();
    for number in 0..600 {
        let command = match number % 3 {
            0 => Command::Project(ProjectCommand::Rename(format!("Titel {number}"))),
            1 => Command::Indicator(IndicatorCommand::Add(indicator(&format!("I{number}")))),
            _ => {
                let last = project.snapshot().data.indicators.last().unwrap().id;
                Command::Indicator(IndicatorCommand::Remove(last))
            }
        };
        project.execute(command).unwrap();
    }
    let end = project.dump().unwrap();
    assert_eq!(project.snapshot().undo.steps, 600);
    (0..600).for_each(|_| drop(project.undo().unwrap()));
    assert_eq!(project.dump().unwrap(), start);
    assert!(matches!(project.undo(), Err(ProjectError::NothingToUndo)));
    (0..600).for_each(|_| drop(project.redo().unwrap()));
    assert_eq!(project.dump().unwrap(), end);
    assert!(matches!(project.redo(), Err(ProjectError::NothingToRedo)));
}

#[test]
fn a_new_step_after_undo_ends_the_redo() {
    let mut f = filled();
    let run = |name, value| Command::Import(ImportCommand::Run(Box::new(batch(name, &f.areas[1..3], value))));
    let (one, two) = (run("eins.csv", 1.0), run("zwei.csv", 2.0));
    f.project.execute(one).unwrap();
    f.project.undo().unwrap();
    let before = f.project.dump().unwrap();
    f.project.execute(two).unwrap();
    assert!(matches!(f.project.redo(), Err(ProjectError::NothingToRedo)));
    f.project.undo().unwrap();
    assert_eq!(f.project.dump().unwrap(), before);
}

/// The first step of the template for an area, as the planner left it.
fn step_state(f: &Filled, progress: StepProgress, settled: Vec<u32>) -> StepState {
    StepState { area: f.areas[1], step: f.steps[0], progress, date: Some(DAY), settled, note: String::new() }
}

/// Closing that step where each gate has so many open points.
fn close_step(f: &Filled, settled: Vec<u32>, open: usize, despite_gates: bool, note: &str) -> VerfahrenCommand {
    VerfahrenCommand::CloseStep {
        state: StepState { note: note.into(), ..step_state(f, StepProgress::Laeuft, settled) },
        gates: step("").gates.into_iter().map(|gate| (gate, open)).collect(),
        despite_gates,
    }
}

#[test]
fn the_next_round_begins_empty_and_the_earlier_one_stays_as_it_was() {
    let mut f = filled();
    let before = f.project.snapshot().verfahren.clone();
    let command = VerfahrenCommand::BeginDurchgang { name: "Neu".into(), present_name: "Alt".into(), day: DAY };
    f.project.execute(Command::Verfahren(command)).unwrap();
    // What is changed in the template afterwards is no change of the earlier round.
    f.project.execute(Command::Verfahren(VerfahrenCommand::RemoveStep(f.steps[0]))).unwrap();
    let after = f.project.snapshot().verfahren.clone();
    assert_eq!(after.durchgang().map(|known| known.name.as_str()), Some("Neu"));
    assert!(after.states.is_empty() && !before.states.is_empty());
    let past = after.durchgaenge.iter().find(|known| known.name == "Alt").expect("kept");
    let read = after.as_of(past.id).expect("over");
    assert_eq!((read.states.clone(), read.steps.len()), (before.states.clone(), before.steps.len()));
    let again = VerfahrenCommand::BeginDurchgang { name: "Alt".into(), present_name: "Neu".into(), day: DAY };
    f.project.execute(Command::Verfahren(again)).expect_err("the name is taken");
}

#[test]
fn a_step_is_closed_when_nothing_holds_it_open_or_the_planner_says_why() {
    let mut f = filled();
    let refused = f.project.execute(Command::Verfahren(close_step(&f, vec![1], 3, true, "eilt"))).expect_err("open");
    let words = refused.message().happened;
    assert!(words.contains("„eins“") && words.contains("Finanzierung gedeckt (3 offen)"), "{words}");
    let progress = |f: &Filled| {
        let verfahren = f.project.snapshot().verfahren.clone();
        let state = verfahren.states.iter().find(|state| (state.area, state.step) == (f.areas[1], f.steps[0]));
        state.map(|state| (state.progress, state.note.clone()))
    };
    let unseen = VerfahrenCommand::CloseStep {
        state: step_state(&f, StepProgress::Laeuft, vec![0, 1]),
        gates: std::collections::BTreeMap::new(),
        despite_gates: false,
    };
    let message = f.project.execute(Command::Verfahren(unseen)).expect_err("nobody looked").message();
    assert!(message.happened.contains("noch nicht geprüft"), "{}", message.happened);
    f.project.execute(Command::Verfahren(close_step(&f, vec![0, 1], 1, true, "Zusage liegt vor"))).unwrap();
    assert_eq!(progress(&f), Some((StepProgress::Erledigt, "Zusage liegt vor".to_owned())));
    assert!(f.project.snapshot().history[0].detail.contains("trotz offener Bedingungen"));
    // What is closed can be remarked on, and is opened by taking it back.
    let remark = StepState { note: "geprüft".into(), ..step_state(&f, StepProgress::Erledigt, vec![0, 1]) };
    f.project.execute(Command::Verfahren(VerfahrenCommand::SetState(remark))).unwrap();
    let less = VerfahrenCommand::SetState(step_state(&f, StepProgress::Erledigt, vec![0]));
    f.project.execute(Command::Verfahren(less)).expect_err("a point was taken back");
    let open = VerfahrenCommand::SetState(step_state(&f, StepProgress::Laeuft, vec![0]));
    f.project.execute(Command::Verfahren(open)).unwrap();
    f.project.execute(Command::Verfahren(close_step(&f, vec![0, 1], 0, false, ""))).unwrap();
    assert_eq!(progress(&f), Some((StepProgress::Erledigt, String::new())));
}

#[test]
fn a_refused_command_leaves_nothing_behind() {
    let mut f = filled();
    let ids = f.areas.clone();
    let programme = f.programme;
    let mut twice = batch("doppelt.csv", &ids[1..3], 1.0);
    Arc::make_mut(&mut twice.rows).push(row(0, 0, 0, Some(2.0), Status::Reported));
    let mut contradicting = batch("falsch.csv", &ids[1..3], 1.0);
    Arc::make_mut(&mut contradicting.rows).push(row(1, 1, 1, Some(2.0), Status::Suppressed));
    let mut cyclic = massnahme("Kreis");
    cyclic.id = f.massnahmen[0];
    cyclic.abhaengig_von = vec![f.massnahmen[1]];
    let inside_itself = Area { id: ids[0], ..area(AreaLevel::Stadt, "05913", "Dortmund", Some(ids[1])) };
    let mut with_set = spec("Mit Auswahl");
    with_set.reference = ReferenceSet::AreaSet("a".into());
    f.project.execute(Command::Recipe(RecipeCommand::Add(with_set))).unwrap();
    let mut with_card = spec("Mit Indikator");
    with_card.indicators[0].code = "LEER".into();
    f.project.execute(Command::Recipe(RecipeCommand::Add(with_card))).unwrap();
    let named = f.project.snapshot().data.indicator_by_code("LEER").unwrap().id;
    let sgb2 = f.project.snapshot().data.indicator_by_code("SGB2").unwrap().id;
    let refused = [
        Command::Project(ProjectCommand::Rename("  ".into())),
        Command::Area(AreaCommand::Add(vec![
            area(AreaLevel::Sozialraum, "neu", "Neu", None),
            area(AreaLevel::Sozialraum, "marten", "Anders", None),
        ])),
        Command::Area(AreaCommand::Update(inside_itself)),
        Command::Area(AreaCommand::Remove(ids[1])),
        Command::Area(AreaCommand::AddSet(area_set("a", Vec::new()))),
        Command::Indicator(IndicatorCommand::Add(indicator("SGB2"))),
        Command::Indicator(IndicatorCommand::Add(indicator("Übung"))),
        Command::Indicator(IndicatorCommand::Remove(sgb2)),
        Command::Indicator(IndicatorCommand::Remove(named)),
        Command::Indicator(IndicatorCommand::Update(Indicator { id: sgb2, ..indicator("ANDERS") })),
        Command::Area(AreaCommand::RemoveSet(f.set)),
        Command::Import(ImportCommand::Run(Box::new(twice))),
        Command::Import(ImportCommand::Run(Box::new(contradicting))),
        Command::Recipe(RecipeCommand::Add(spec("Eins"))),
        Command::Recipe(RecipeCommand::Remove(f.recipes[0])),
        Command::Programme(ProgrammeCommand::Create { area: ids[1], first_year: 2026, last_year: 2029 }),
        Command::Programme(ProgrammeCommand::SetYears { programme, first_year: 2030, last_year: 2029 }),
        Command::Programme(ProgrammeCommand::UpdateMassnahme(Box::new(cyclic))),
        Command::Programme(ProgrammeCommand::RemovePassage(PassageId(4711))),
        Command::VorOrt(VorOrtCommand::AddAkteur(akteur(AreaId(4711), "Niemand"))),
        Command::VorOrt(VorOrtCommand::AddAngebot(Angebot { akteur: Some(AkteurId(4711)), ..angebot(ids[1], "Ohne") })),
        Command::VorOrt(VorOrtCommand::ImportAngebote {
            file_name: "falsch.csv".into(),
            angebote: vec![angebot(ids[1], "Neu"), Angebot { id: AngebotId(4711), ..angebot(ids[1], "Fort") }],
        }),
        Command::VorOrt(VorOrtCommand::AddNetzwerk(netzwerk("Runde", Vec::new(), Vec::new()))),
        Command::VorOrt(VorOrtCommand::AddKontaktperson(kontaktperson(f.akteur, " "))),
        Command::VorOrt(VorOrtCommand::RemoveOverdueKontaktpersonen(jiff::civil::date(2026, 1, 1))),
        Command::Verfahren(VerfahrenCommand::RemoveStep(SchrittId(4711))),
        Command::Verfahren(close_step(&f, vec![0], 0, false, "")),
        Command::Verfahren(close_step(&f, vec![0, 1], 2, false, "ohne Wunsch")),
        Command::Verfahren(close_step(&f, vec![0, 1], 2, true, " ")),
        Command::Verfahren(VerfahrenCommand::SetState(step_state(&f, StepProgress::Erledigt, vec![0, 1]))),
        Command::Verfahren(VerfahrenCommand::AddGremium(gremium("Rat"))),
        Command::Verfahren(VerfahrenCommand::RemoveGremium(f.gremien[0])),
        Command::Verfahren(VerfahrenCommand::AddBeschluss(Beschluss {
            drucksache: "27114/26".into(),
            ..beschluss(f.gremien[0], "Vorlage", Vec::new())
        })),
        Command::Verfahren(VerfahrenCommand::AddWiedervorlage(wiedervorlage("  ", None, None))),
        Command::Verfahren(VerfahrenCommand::AddWiedervorlage(wiedervorlage(
            "Ins Leere",
            None,
            Some(WiedervorlageLink::Massnahme(MassnahmeId(4711))),
        ))),
        Command::Verfahren(VerfahrenCommand::AddMittelabfluss(abfluss(MassnahmeId(4711), 1))),
        Command::Verfahren(VerfahrenCommand::Decide {
            beschluss: BeschlussId(4711),
            date: DAY,
            ergebnis: BeschlussErgebnis::Beschlossen,
            anlass: String::new(),
            versions: Vec::new(),
        }),
        Command::Programme(ProgrammeCommand::RemoveVersion(FassungId(4711))),
    ];
    let (dump, snapshot) = (f.project.dump().unwrap(), f.project.snapshot());
    for command in refused {
        let name = name_of(&command);
        let message = f.project.execute(command).expect_err(name).message();
        for part in [&message.title, &message.happened, &message.meaning, &message.action] {
            assert!(!part.is_empty(), "{name}: {message:?}");
        }
        assert_eq!(f.project.dump().unwrap(), dump, "{name}");
        assert!(Arc::ptr_eq(&f.project.snapshot(), &snapshot), "{name}");
    }
}

#[test]
fn a_decision_moves_the_programmes_on_and_keeps_their_versions_in_one_step() {
    let mut f = filled();
    let gremium = f.project.snapshot().verfahren.gremium(f.gremien[0]).unwrap().name.clone();
    let council = ProcedureStep { is_committee: true, ..step(&gremium) };
    let council = SchrittId(created(&mut f.project, Command::Verfahren(VerfahrenCommand::AddStep(council))));
    let mut agreed = f.project.snapshot().programme_of(f.areas[1]).unwrap().massnahmen[0].clone();
    agreed.beschlussstand = Beschlussstand::Abgestimmt;
    f.project.execute(Command::Programme(ProgrammeCommand::UpdateMassnahme(Box::new(agreed)))).unwrap();
    let decide = VerfahrenCommand::Decide {
        beschluss: f.beschluss,
        date: DAY,
        ergebnis: BeschlussErgebnis::Beschlossen,
        anlass: "Rat".into(),
        versions: vec![(f.programme, version("beschlossen"))],
    };
    f.project.execute(Command::Verfahren(decide)).unwrap();
    let after = f.project.snapshot();
    assert_eq!(after.programme_of(f.areas[1]).unwrap().state, ProgrammeState::Beschlossen);
    assert_eq!(after.verfahren.beschluss(f.beschluss).unwrap().ergebnis, Some(BeschlussErgebnis::Beschlossen));
    let kept: Vec<_> =
        after.verfahren.fassungen.iter().map(|kept| (kept.beschluss, &*kept.content.assessment)).collect();
    assert!(kept.contains(&(Some(f.beschluss), "beschlossen")), "{kept:?}");
    let state =
        after.verfahren.fassungen.iter().find(|kept| kept.beschluss == Some(f.beschluss)).unwrap().content.state;
    assert_eq!(state, ProgrammeState::Beschlossen, "the decision is no change since the decision");
    let decided = |snapshot: &Snapshot| {
        let measures = &snapshot.programme_of(f.areas[1]).unwrap().massnahmen;
        measures.iter().map(|measure| measure.beschlussstand).collect::<Vec<_>>()
    };
    assert_eq!(decided(&after), [Beschlussstand::Beschlossen, Beschlussstand::Geplant], "what was agreed is decided");
    let states: Vec<_> = after.verfahren.states.iter().filter(|state| state.step == council).collect();
    assert_eq!(
        states.iter().map(|state| (state.area, state.date)).collect::<Vec<_>>(),
        [(f.areas[1], Some(DAY)), (f.areas[2], Some(DAY))]
    );
    assert_eq!(states[0].progress, StepProgress::Laeuft, "its checklist is open");
    f.project.undo().unwrap();
    let before = f.project.snapshot();
    assert_eq!(decided(&before), [Beschlussstand::Abgestimmt, Beschlussstand::Geplant]);
    assert!(before.verfahren.states.iter().all(|state| state.step != council));
    assert_ne!(before.programme_of(f.areas[1]).unwrap().state, ProgrammeState::Beschlossen);
    assert_eq!(before.verfahren.fassungen.len(), 1);
}

#[test]
fn what_is_put_off_decides_no_measure_even_of_a_decided_programme() {
    let mut f = filled();
    let result = |beschluss, ergebnis| VerfahrenCommand::Decide {
        beschluss,
        date: DAY,
        ergebnis,
        anlass: "Rat".into(),
        versions: Vec::new(),
    };
    f.project.execute(Command::Verfahren(result(f.beschluss, BeschlussErgebnis::Beschlossen))).unwrap();
    let mut agreed = f.project.snapshot().programme_of(f.areas[1]).unwrap().massnahmen[0].clone();
    agreed.beschlussstand = Beschlussstand::Abgestimmt;
    f.project.execute(Command::Programme(ProgrammeCommand::UpdateMassnahme(Box::new(agreed)))).unwrap();
    f.project.execute(Command::Verfahren(result(f.beschluss, BeschlussErgebnis::Vertagt))).unwrap();
    let after = f.project.snapshot();
    let programme = after.programme_of(f.areas[1]).unwrap();
    assert_eq!(programme.state, ProgrammeState::Beschlossen);
    assert_eq!(programme.massnahmen[0].beschlussstand, Beschlussstand::Abgestimmt);
}

#[test]
fn what_was_removed_leaves_a_wiedervorlage_without_its_link() {
    let mut f = filled();
    f.project.execute(Command::Programme(ProgrammeCommand::RemoveMassnahme(f.massnahmen[0]))).unwrap();
    let after = f.project.snapshot();
    let entry = after.verfahren.wiedervorlagen.iter().find(|entry| entry.id == f.wiedervorlage).unwrap();
    assert_eq!(entry.link, None);
    assert!(after.verfahren.umsetzungsnotizen.is_empty() && after.verfahren.mittelabfluesse.is_empty());
}

#[test]
fn a_settled_point_keeps_its_tick_when_the_checklist_is_put_in_another_order() {
    let mut f = filled();
    let checklist = vec!["zwei".into(), "neu".into()];
    let changed = ProcedureStep { id: f.steps[0], position: 1, checklist, ..step("Datenanalyse") };
    f.project.execute(Command::Verfahren(VerfahrenCommand::UpdateStep(changed))).unwrap();
    assert_eq!(f.project.snapshot().verfahren.states[0].settled, [0]);
}

#[test]
fn only_what_a_command_touches_is_read_again() {
    let mut f = filled();
    let before = f.project.snapshot();
    f.project.execute(Command::VorOrt(VorOrtCommand::RemoveAkteur(f.akteur))).unwrap();
    let after = f.project.snapshot();
    assert!(Arc::ptr_eq(&before.data.dataset, &after.data.dataset));
    assert!(Arc::ptr_eq(&before.programmes, &after.programmes));
    assert_eq!(before.data.revision, after.data.revision);
    assert!(after.revision > before.revision);
    let note = ImportCommand::SetSourceNote { import: f.import, source_note: "Quelle".into() };
    f.project.execute(Command::Import(note)).unwrap();
    let last = f.project.snapshot();
    assert!(Arc::ptr_eq(&before.data.dataset, &last.data.dataset));
    assert!(last.data.revision > after.data.revision);
}

#[test]
fn a_withdrawn_import_stops_counting_and_keeps_its_values() {
    let mut f = filled();
    let value = |project: &Project| {
        let data = project.snapshot().data.clone();
        let indicator = data.indicator_by_code("SGB2").unwrap().id;
        let period = data.period_by_label("2025").unwrap().id;
        (data.dataset.value(indicator, f.areas[1], period), project.origin(indicator, f.areas[1], period).unwrap())
    };
    let newest = ImportId(f.import.0 + 1);
    let (shown, origin) = value(&f.project);
    assert_eq!((shown, origin.unwrap().file_name.as_str()), (Some(13.5), "neu.csv"));
    let withdraw = ImportCommand::SetState { import: newest, state: ImportState::Withdrawn };
    f.project.execute(Command::Import(withdraw)).unwrap();
    let (shown, origin) = value(&f.project);
    let origin = origin.unwrap();
    assert_eq!((shown, origin.file_name.as_str()), (Some(12.4), "alt.csv"));
    assert_eq!((origin.original.as_str(), origin.sheet.as_str()), ("12,4", "Tabelle1"));
    assert!(f.project.dump().unwrap().contains("13.5"));
}

#[test]
fn an_import_that_is_stopped_leaves_no_trace() {
    let mut f = filled();
    let before = (f.project.dump().unwrap(), f.project.snapshot());
    let command = || Command::Import(ImportCommand::Run(Box::new(batch("gestoppt.csv", &f.areas[1..3], 1.0))));
    let (stopped, watched) = (Progress::new(), Progress::new());
    stopped.cancel();
    let error = f.project.execute_watched(command(), &stopped).unwrap_err();
    assert!(matches!(error, ProjectError::Cancelled), "{error}");
    assert_eq!((f.project.dump().unwrap(), f.project.snapshot()), before);
    f.project.execute_watched(command(), &watched).unwrap();
    assert_eq!(watched.state().1, 8, "four values, hashed and written");
    f.project.undo().unwrap();
    assert_eq!(f.project.dump().unwrap(), before.0);
}

#[test]
fn a_value_that_comes_twice_is_named() {
    let mut f = filled();
    let mut twice = batch("doppelt.csv", &f.areas[1..3], 1.0);
    Arc::make_mut(&mut twice.rows).push(row(2, 0, 0, Some(2.0), Status::Reported));
    let message = f.project.execute(Command::Import(ImportCommand::Run(Box::new(twice)))).unwrap_err().message();
    assert_eq!(message.happened, "Die Tabelle enthält „SGB2“ für „doppelt.csv“, 2025, mehr als einmal.");
}

#[cfg(unix)]
#[test]
fn a_protected_folder_opens_for_reading_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, project) = empty();
    let path = project.snapshot().path.clone();
    drop(project);
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    let read_only = Project::open(&path, clock()).unwrap().snapshot().read_only.clone();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(read_only.is_some_and(|sentence| sentence.contains("Ordner")));
}

#[test]
fn the_history_keeps_a_step_and_its_being_taken_back() {
    let (_folder, mut project) = empty();
    project.execute(Command::Project(ProjectCommand::Rename("Neu".into()))).unwrap();
    project.undo().unwrap();
    project.redo().unwrap();
    let labels: Vec<String> = project.snapshot().history.iter().map(|entry| entry.label.clone()).collect();
    let step = "Projekt in „Neu“ umbenannt";
    assert_eq!(labels[..3], [format!("Wiederhergestellt: {step}"), format!("Rückgängig: {step}"), step.to_owned()]);
}

#[test]
fn removed_generated_passages_make_room_for_the_new_draft() {
    let mut f = filled();
    let draft = ProgrammeCommand::Draft {
        programme: f.programme,
        sections: vec![SectionKey::Bevoelkerung],
        passages: ["a", "b"].map(|text| new_passage(SectionKey::Bevoelkerung, PassageOrigin::Generated, text)).to_vec(),
    };
    f.project.execute(Command::Programme(draft)).unwrap();
    let snapshot = f.project.snapshot();
    let passages: Vec<(u32, &str, PassageOrigin)> =
        snapshot.programmes[0].passages.iter().map(|p| (p.position, p.text.as_str(), p.origin)).collect();
    assert_eq!(passages[0], (0, "a", PassageOrigin::Generated));
    assert_eq!(passages[1], (1, "b", PassageOrigin::Generated));
    assert_eq!((passages[2].0, passages[2].2), (2, PassageOrigin::Own));
    assert_eq!(passages.len(), 3);
}

#[test]
fn the_generated_paragraph_of_the_assessment_says_what_the_field_says_and_an_edited_one_stays() {
    use aktionsplan::text::report::{assessment, assessment_missing};
    let mut f = filled();
    let section = SectionKey::Begruendung;
    let kept = "Fachliche Einschätzung: von Hand ergänzt.";
    let passages = vec![
        new_passage(section, PassageOrigin::Generated, &assessment_missing()),
        new_passage(section, PassageOrigin::Edited, kept),
    ];
    let draft = ProgrammeCommand::Draft { programme: f.programme, sections: vec![section], passages };
    f.project.execute(Command::Programme(draft)).unwrap();
    for (text, said) in [("Neu", assessment("Neu")), ("", assessment_missing())] {
        let command = ProgrammeCommand::SetAssessment { programme: f.programme, text: text.into() };
        f.project.execute(Command::Programme(command)).unwrap();
        let snapshot = f.project.snapshot();
        let of_section = |p: &&aktionsplan::domain::Passage| p.section == section;
        let texts: Vec<&str> =
            snapshot.programmes[0].passages.iter().filter(of_section).map(|p| p.text.as_str()).collect();
        assert_eq!(texts, [said.as_str(), kept]);
    }
    f.project.undo().unwrap();
    assert!(f.project.snapshot().programmes[0].passages.iter().any(|p| p.text == assessment("Neu")));
}

#[test]
fn a_backup_opens_as_an_equal_project() {
    let f = filled();
    let first = f.project.backup().unwrap();
    let second = f.project.backup().unwrap();
    assert_ne!(first, second);
    assert!(first.parent().unwrap().ends_with("Probe für Hörde-Sicherungen"), "{first:?}");
    let copy = Project::open(&first, clock()).unwrap();
    assert_eq!(copy.dump().unwrap(), f.project.dump().unwrap());
}

#[test]
fn a_sound_project_has_no_findings_and_a_changed_value_is_found() {
    let f = filled();
    assert_eq!(f.project.check().unwrap(), CheckReport::default());
    let path = f.project.snapshot().path.clone();
    let Filled { _folder, project, .. } = f;
    drop(project);
    let bytes = std::fs::read(&path).unwrap();
    let value = 13.5f64.to_be_bytes();
    let at = bytes.windows(8).position(|window| window == value).unwrap();
    let mut changed = bytes;
    changed[at..at + 8].copy_from_slice(&14.5f64.to_be_bytes());
    std::fs::write(&path, changed).unwrap();
    let report = Project::open(&path, clock()).unwrap().check().unwrap();
    assert_eq!(report.findings.len(), 1, "{report:?}");
    assert!(report.findings[0].text.contains("neu.csv"));
}

#[test]
fn a_recipe_that_names_an_unknown_indicator_is_reported() {
    let mut f = filled();
    let mut broken = spec("Mit Lücke");
    broken.indicators[0].code = "FEHLT".into();
    f.project.execute(Command::Recipe(RecipeCommand::Add(broken))).unwrap();
    let findings = f.project.check().unwrap().findings;
    assert_eq!(findings.len(), 1);
    assert!(findings[0].text.contains("FEHLT") && findings[0].repairable);
}

/// Bytes that are no project, and what the message must speak of.
fn refused_file(name: &str, bytes: &[u8]) -> String {
    let folder = folder();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let message = open_error(&path).message();
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the file is untouched");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was put beside it");
    format!("{} {}", message.title, message.happened)
}

fn open_error(path: &Path) -> ProjectError {
    Project::open(path, clock()).map(|_| ()).expect_err("refused")
}

fn project_bytes() -> Vec<u8> {
    let f = filled();
    let path = f.project.snapshot().path.clone();
    let Filled { _folder, project, .. } = f;
    drop(project);
    std::fs::read(path).unwrap()
}

#[test]
fn files_that_are_no_projects_are_refused_untouched_and_by_name() {
    let sound = project_bytes();
    let with = |at: usize, bytes: [u8; 4]| {
        let mut copy = sound.clone();
        copy[at..at + 4].copy_from_slice(&bytes);
        copy
    };
    assert!(refused_file("leer.aktionsplan", b"").contains("leer"));
    assert!(refused_file("text.aktionsplan", "Gebiet;Wert\nHörde;12,4\n".as_bytes()).contains("keine Projektdatei"));
    assert!(refused_file("fremd.aktionsplan", &with(68, [0; 4])).contains("anderen Programms"));
    assert!(refused_file("neu.aktionsplan", &with(60, [0, 0, 3, 231])).contains("neueren Version"));
    assert!(refused_file("wal.aktionsplan", &with(16, [16, 0, 2, 2])).contains("anderen Programm"));
    assert!(refused_file("kurz.aktionsplan", &sound[..80]).contains("beschädigt"));
    for part in [1, 4, 9] {
        let cut = &sound[..sound.len() * part / 10];
        assert!(refused_file("halb.aktionsplan", cut).contains("beschädigt"), "{part}");
    }
}

/// A sound project with a trigger that somebody else put in: it would change values behind the program's back.
const SMUGGLED: &[u8] = include_bytes!("../fixtures/store/eingeschleuster-trigger.aktionsplan");

#[test]
fn a_smuggled_trigger_is_refused() {
    assert!(refused_file("trigger.aktionsplan", SMUGGLED).contains("innere Aufbau"));
    let folder = folder();
    let path = folder.path().join("trigger.aktionsplan");
    std::fs::write(&path, SMUGGLED).unwrap();
    let technical = open_error(&path).message().technical;
    assert_eq!(technical, "schema differs: trigger unauffaellig", "the fixture is of an older schema");
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_missing() {
    let folder = folder();
    let path = folder.path().join("fehlt.aktionsplan");
    assert!(open_error(&path).message().happened.contains("nicht vorhanden"));
    assert!(!path.exists());
}

#[test]
fn an_existing_file_is_never_replaced_by_a_new_project() {
    let folder = folder();
    let path = folder.path().join("da.aktionsplan");
    std::fs::write(&path, b"wichtig").unwrap();
    assert!(Project::create(&path, Template::Leer, false, clock()).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"wichtig");
}

#[test]
fn a_project_is_open_only_once() {
    let (_folder, project) = empty();
    let path = project.snapshot().path.clone();
    assert!(open_error(&path).message().title.contains("schon geöffnet"));
    drop(project);
    Project::open(&path, clock()).unwrap();
}

#[test]
fn nothing_is_written_to_a_file_that_was_moved_while_open() {
    let (folder, mut project) = empty();
    let path = project.snapshot().path.clone();
    std::fs::rename(&path, folder.path().join("Konflikt.aktionsplan")).unwrap();
    let rename = || Command::Project(ProjectCommand::Rename("Neu".into()));
    assert!(project.execute(rename()).unwrap_err().message().title.contains("nicht mehr an ihrem Ort"));
    std::fs::rename(folder.path().join("Konflikt.aktionsplan"), &path).unwrap();
    project.execute(rename()).unwrap();
}

#[test]
fn a_protected_file_opens_for_reading_and_says_so() {
    let (_folder, project) = empty();
    let path = project.snapshot().path.clone();
    drop(project);
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    let mut project = Project::open(&path, clock()).unwrap();
    assert!(project.snapshot().read_only.as_ref().is_some_and(|sentence| sentence.contains("schreibgeschützt")));
    let refused = project.execute(Command::Project(ProjectCommand::Rename("Neu".into())));
    assert!(refused.unwrap_err().message().title.contains("nur gelesen"));
}

#[test]
fn the_engine_answers_every_request_once_and_in_order() {
    let folder = folder();
    let path = folder.path().join("p.aktionsplan");
    let engine = Engine::start(clock(), Arc::new(|| {}), None);
    let rename = || Request::Execute(Command::Project(ProjectCommand::Rename("Neu".into())));
    engine.send(rename());
    engine.send(Request::Create { path: path.clone(), template: Template::Leer, with_example: false });
    engine.send(rename());
    engine.send(Request::Undo);
    engine.send(Request::Backup);
    engine.send(Request::Open(path));
    engine.send(Request::Close);
    let next = || engine.wait().unwrap();
    assert!(matches!(next(), Event::Failed(message) if message.title.contains("kein Projekt")));
    assert!(matches!(next(), Event::Opened(snapshot) if snapshot.title == "p"));
    assert!(matches!(next(), Event::Changed { snapshot, .. } if snapshot.title == "Neu"));
    assert!(matches!(next(), Event::Changed { snapshot, .. } if snapshot.title == "p"));
    assert!(matches!(next(), Event::BackedUp(copy) if copy.exists()));
    assert!(matches!(next(), Event::Opened(_)));
    assert!(matches!(next(), Event::Closed));
}

/// A clock that shows what it was set to.
fn set_clock(now: &Arc<std::sync::Mutex<&'static str>>) -> Clock {
    let now = Arc::clone(now);
    Arc::new(move || (*now.lock().unwrap()).to_owned())
}

#[test]
fn what_was_changed_is_copied_by_itself_once_an_hour_and_before_new_work() {
    let folder = folder();
    let path = folder.path().join("p.aktionsplan");
    let now = Arc::new(std::sync::Mutex::new("2026-11-02T08:00:00+01:00"));
    let at = |time| *now.lock().unwrap() = time;
    let rename = |project: &mut Project, title: &str| {
        project.execute(Command::Project(ProjectCommand::Rename(title.into()))).unwrap();
    };
    let mut project = Project::create(&path, Template::Leer, false, set_clock(&now)).unwrap();
    at("2026-11-02T08:10:00+01:00");
    rename(&mut project, "Eins");
    let first = project.backup_if_due().unwrap().expect("nothing was copied before");
    assert!(first.ends_with("p-Sicherungen/p 2026-11-02 08-10-00 automatisch.aktionsplan"), "{first:?}");
    at("2026-11-02T08:40:00+01:00");
    rename(&mut project, "Zwei");
    assert_eq!(project.backup_if_due().unwrap(), None, "half an hour later");
    at("2026-11-02T09:10:01+01:00");
    assert!(project.backup_if_due().unwrap().is_some(), "an hour later");
    assert_eq!(project.backup_if_due().unwrap(), None, "nothing was changed since");
    at("2026-11-02T09:20:00+01:00");
    rename(&mut project, "Drei");
    drop(project);
    at("2026-11-02T09:30:00+01:00");
    let project = Project::open(&path, set_clock(&now)).unwrap();
    let last = project.backup_if_due().unwrap().expect("the last state of the work before");
    drop(project);
    let copy = Project::open(&last, set_clock(&now)).unwrap();
    assert_eq!(copy.snapshot().title, "Drei");
}

#[test]
fn copies_made_by_themselves_can_go_and_those_asked_for_stay() {
    let folder = folder();
    let path = folder.path().join("p.aktionsplan");
    let mut project = Project::create(&path, Template::Leer, false, clock()).unwrap();
    project.execute(Command::Project(ProjectCommand::Rename("Neu".into()))).unwrap();
    let automatic = project.backup_if_due().unwrap().unwrap();
    let asked_for = project.backup().unwrap();
    assert_eq!(project.drop_automatic_backups().unwrap(), 1);
    assert!(!automatic.exists() && asked_for.exists());
    assert_eq!(project.drop_automatic_backups().unwrap(), 0);
}

#[test]
fn a_panic_in_the_engine_is_reported_and_the_engine_goes_on() {
    let folder = folder();
    let complete: AfterCreate = Arc::new(|_| panic!("kaputt"));
    let engine = Engine::start(clock(), Arc::new(|| {}), Some(complete));
    let path = folder.path().join("p.aktionsplan");
    engine.send(Request::Create { path: path.clone(), template: Template::Leer, with_example: true });
    engine.send(Request::Close);
    assert!(matches!(engine.wait(), Some(Event::Failed(message)) if message.technical.contains("kaputt")));
    assert!(matches!(engine.wait(), Some(Event::Closed)));
    assert!(!path.exists());
}

#[test]
fn what_completes_a_new_project_is_no_step_of_undo() {
    let folder = folder();
    let path = folder.path().join("p.aktionsplan");
    let complete = |project: &mut Project| {
        let rename = Command::Project(ProjectCommand::Rename("Mit Beispiel".into()));
        project.execute(rename).map(|_| ())
    };
    let project = Project::create_with(&path, Template::Leer, true, clock(), &complete).unwrap();
    assert_eq!((project.snapshot().title.as_str(), project.snapshot().undo.steps), ("Mit Beispiel", 0));
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().ends_with(".neu")), "{names:?}");
}

#[test]
fn a_new_project_that_cannot_be_completed_leaves_no_file() {
    let folder = folder();
    let path = folder.path().join("p.aktionsplan");
    let refuse = |_: &mut Project| Err(ProjectError::Frame { detail: "Probe".into() });
    assert!(Project::create_with(&path, Template::Leer, true, clock(), &refuse).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn files_that_other_programs_left_beside_the_project_do_not_get_into_it() {
    let f = filled();
    let (path, dump) = (f.project.snapshot().path.clone(), f.project.dump().unwrap());
    let Filled { _folder, project, .. } = f;
    drop(project);
    let left = path.with_file_name("Probe für Hörde.aktionsplan-wal");
    std::fs::write(&left, b"fremd").unwrap();
    assert_eq!(Project::open(&path, clock()).unwrap().dump().unwrap(), dump);
    assert!(!left.exists());
    assert_eq!(std::fs::read(path.with_file_name("Probe für Hörde.aktionsplan-wal.fremd")).unwrap(), b"fremd");
}

#[test]
fn an_idea_that_becomes_a_measure_knows_it_and_loses_it_with_the_measure() {
    let mut f = filled();
    let (idee, programme) = (f.idee, f.programme);
    let adopt =
        BeteiligungCommand::AdoptIdee { idee, programme, massnahme: Box::new(massnahme("Frühstück für alle")) };
    let created = MassnahmeId(created(&mut f.project, Command::Beteiligung(adopt)));
    let linked = |f: &Filled| f.project.snapshot().vor_ort.ideen.iter().find(|one| one.id == idee).unwrap().massnahme;
    assert_eq!(linked(&f), Some(created));
    f.project.execute(Command::Programme(ProgrammeCommand::RemoveMassnahme(created))).unwrap();
    assert_eq!(linked(&f), None);
    f.project.undo().unwrap();
    assert_eq!(linked(&f), Some(created));
}

#[test]
fn an_area_has_one_office_and_votes_are_not_more_than_were_cast() {
    let mut f = filled();
    let second = Command::Aktionsbuero(AktionsbueroCommand::Add(aktionsbuero(f.areas[1], "Zweites")));
    assert!(matches!(f.project.execute(second), Err(ProjectError::Taken { .. })));
    let mut event = veranstaltung(f.areas[1], "Forum");
    event.theses[0].support = Zustimmung::Gezaehlt { dafuer: 35, abgegeben: 34 };
    let impossible = Command::Beteiligung(BeteiligungCommand::AddVeranstaltung(event));
    assert!(matches!(f.project.execute(impossible), Err(ProjectError::NumberUnusable { .. })));
}

/// A project as schema version 1 wrote it: three areas, two indicators, six values, one of them suppressed.
const VERSION_1: &[u8] = include_bytes!("../fixtures/store/version-1.aktionsplan");

#[test]
fn a_project_of_the_first_version_opens_with_every_value() {
    let folder = folder();
    let path = folder.path().join("alt.aktionsplan");
    std::fs::write(&path, VERSION_1).unwrap();
    let project = Project::open(&path, clock()).unwrap();
    let data = &project.snapshot().data;
    let values: Vec<(Option<f64>, Status)> = data.dataset.iter().map(|o| (o.value, o.status)).collect();
    let reported = |value| (Some(value), Status::Reported);
    let rates = [reported(12.5), (None, Status::Suppressed), reported(8.1)];
    let persons = [reported(1200.0), reported(900.0), reported(1500.0)];
    assert_eq!(values, [rates, persons].concat());
    assert!(data.imports.iter().all(|import| import.file_date.is_none()), "nobody knows the date of these files");
}

#[test]
fn a_project_of_an_older_version_is_copied_before_it_is_brought_up_to_date() {
    let folder = folder();
    let path = folder.path().join("alt.aktionsplan");
    std::fs::write(&path, VERSION_1).unwrap();
    let copy = Project::open(&path, clock()).unwrap().snapshot().kept_copy.clone().expect("a copy");
    assert_eq!(copy, folder.path().join("alt-Sicherungen/alt 2026-11-22 09-41-07.aktionsplan"));
    assert_eq!(std::fs::read(&copy).unwrap()[60..64], [0, 0, 0, 1], "the copy has the schema version it had");
    assert!(Project::open(&copy, clock()).unwrap().check().unwrap().is_sound());
    assert_eq!(Project::open(&path, clock()).unwrap().snapshot().kept_copy, None, "the second time nothing is to do");
}

#[test]
fn an_original_file_is_kept_given_back_byte_by_byte_and_goes_with_its_import() {
    let mut f = filled();
    let bytes = b"Gebiet;Wert\r\nMarten;12,5\r\n".repeat(200);
    let mut kept = batch("mit-original.csv", &f.areas, 1.5);
    kept.sha256 = sha256_hex(&bytes);
    kept.size_bytes = bytes.len() as u64;
    kept.original = Some(Original::pack(&bytes).unwrap());
    let mut wrong = kept.clone();
    wrong.original = Some(Original::pack(b"etwas anderes").unwrap());
    let run = |batch| Command::Import(ImportCommand::Run(Box::new(batch)));
    let refused = f.project.execute(run(wrong)).unwrap_err();
    assert!(matches!(refused, ProjectError::OriginalDiffers { .. }));
    let before = f.project.dump().unwrap();
    f.project.execute(run(kept)).unwrap();
    let after = f.project.dump().unwrap();
    let import = f.project.snapshot().data.imports.last().cloned().unwrap();
    assert!(import.original_bytes.is_some_and(|packed| packed < import.size_bytes));
    assert_eq!(import.file_date.as_deref(), Some("2026-11-12T08:30:00+01:00"));
    f.project.undo().unwrap();
    assert_eq!(f.project.dump().unwrap(), before);
    f.project.redo().unwrap();
    assert_eq!(f.project.dump().unwrap(), after);
    let target = f._folder.path().join("zurück.csv");
    f.project.save_original(import.id, &target).unwrap();
    assert_eq!(std::fs::read(&target).unwrap(), bytes);
    assert!(f.project.check().unwrap().is_sound());
    let without = f.project.snapshot().data.imports.first().map(|import| import.id).unwrap();
    assert!(f.project.save_original(without, &target).is_err());
}
