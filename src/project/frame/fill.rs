//! The frame as ordinary commands, in the order in which each can name what came before.

use super::{
    AreaKey, EXAMPLE_TITLE, Frame, FrameAbgleich, FrameCounterpart, FrameError, FrameMeasure, FrameTable, FrameValue,
    TITLE, records, unknown,
};
use crate::domain::{
    Abgleich, Akteur, AkteurId, Angebot, AngebotId, AreaId, AreaLevel, AreaSet, AreaSetId, AreaTarget, Begruendung,
    Bezug, BindingRef, BoundValue, Counterpart, Deckung, GremiumId, Handlungsprogramm, Import, ImportBatch, ImportRow,
    IndexSpec, Kontaktperson, Massnahme, MassnahmeId, Netzwerk, NetzwerkId, NiederschriftId, PlanningData, RecipeId,
    RowCounts, SchrittId, SpecIndicator, StepProgress, StepState, Uncertainty, WiedervorlageLink,
};
use crate::project::{
    AreaCommand, Command, ImportCommand, IndicatorCommand, Outcome, ProgrammeCommand, ProjectCommand, RecipeCommand,
    Snapshot, VerfahrenCommand, VorOrtCommand,
};
use crate::text::procedure_dates::{FRAME_CLOSED, FRAME_DURCHGANG};
use crate::text::value_with_unit;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Organisations of the example take part in the measures that name them.
fn link_actors<E: From<FrameError>>(
    execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    snapshot: &Snapshot,
) -> Result<(), E> {
    for akteur in &snapshot.vor_ort.akteure {
        let programmes = snapshot.programmes.iter().filter(|programme| akteur.works_in(programme.area));
        let named = programmes.flatten().filter(|massnahme| akteur.is_named_in(massnahme));
        let massnahmen: Vec<MassnahmeId> = named.map(|massnahme| massnahme.id).collect();
        if !massnahmen.is_empty() {
            execute(Command::VorOrt(VorOrtCommand::UpdateAkteur(Akteur { massnahmen, ..akteur.clone() })))?;
        }
    }
    Ok(())
}

/// The file of organisations, services and statements.
const VOICES: &str = "vor-ort.toml";

impl Frame {
    /// Fills an empty project. `execute` carries out a command, `snapshot` shows the project as it then is.
    ///
    /// # Errors
    /// What `execute` reports, or a reference that the project cannot resolve.
    pub fn fill<E: From<FrameError>>(
        &self,
        with_example: bool,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
        snapshot: &mut dyn FnMut() -> Arc<Snapshot>,
    ) -> Result<(), E> {
        let title = if with_example { EXAMPLE_TITLE } else { TITLE };
        execute(Command::Project(ProjectCommand::Rename(title.to_owned())))?;
        execute(Command::Area(AreaCommand::Add(self.areas.clone())))?;
        let areas = Areas::of(&snapshot());
        for set in &self.sets {
            execute(Command::Area(AreaCommand::AddSet(areas.set(set)?)))?;
        }
        for indicator in &self.indicators {
            execute(Command::Indicator(IndicatorCommand::Add(indicator.clone())))?;
        }
        let steps = self.add_steps(execute)?;
        execute(areas.import(&self.published)?)?;
        if with_example {
            for table in &self.demonstration {
                execute(areas.import(table)?)?;
            }
        }
        self.add_recipe(execute)?;
        if with_example {
            self.add_voices(&areas, execute)?;
            self.add_programmes(&areas, execute, snapshot)?;
            self.add_abgleiche(&areas, execute, &snapshot())?;
            link_actors(execute, &snapshot())?;
            self.participation.fill(execute, snapshot)?;
            execute(Command::Verfahren(VerfahrenCommand::NameDurchgang(FRAME_DURCHGANG.to_owned())))?;
            self.add_step_states(&areas, &steps, execute)?;
            self.add_records(&areas, &snapshot(), execute)?;
        }
        Ok(())
    }

    /// The recommended recipe over the Sozialräume: equal weights, direction and dimension from the cards.
    pub fn recommended_recipe(&self) -> IndexSpec {
        let cards = self.recipe.iter().filter_map(|code| self.indicator(code));
        let indicators = cards.map(|card| SpecIndicator::new(&card.code, card.direction, 1.0, &card.dimension));
        let mut spec = IndexSpec::recommended(AreaLevel::Sozialraum, indicators.collect());
        spec.uncertainty.replications =
            Uncertainty::usual_replications(self.areas.iter().filter(|area| area.level == spec.areas.level).count());
        spec
    }

    fn add_steps<E: From<FrameError>>(
        &self,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<Vec<SchrittId>, E> {
        let mut ids = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let outcome = execute(Command::Verfahren(VerfahrenCommand::AddStep(step.clone())))?;
            ids.push(SchrittId(created(&outcome, &step.title)?));
        }
        Ok(ids)
    }

    fn add_recipe<E: From<FrameError>>(&self, execute: &mut dyn FnMut(Command) -> Result<Outcome, E>) -> Result<(), E> {
        let spec = self.recommended_recipe();
        let name = spec.name.clone();
        let outcome = execute(Command::Recipe(RecipeCommand::Add(spec)))?;
        let id = RecipeId(created(&outcome, &name)?);
        execute(Command::Recipe(RecipeCommand::SetCurrent(id)))?;
        Ok(())
    }

    fn add_voices<E: From<FrameError>>(
        &self,
        areas: &Areas,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<(), E> {
        let akteure = self.add_akteure(areas, execute)?;
        for entry in &self.voices.netzwerke {
            let netzwerk = Netzwerk {
                id: NetzwerkId(0),
                name: entry.name.clone(),
                purpose: entry.purpose.clone(),
                members: named(&akteure, &entry.members)?,
                areas: areas.find_all(&entry.areas)?,
                demonstration: true,
            };
            execute(Command::VorOrt(VorOrtCommand::AddNetzwerk(netzwerk)))?;
        }
        let mut services = BTreeMap::new();
        for entry in &self.voices.angebote {
            let (area, also_in) = areas.first_and_rest(&entry.areas)?;
            let akteur = akteure.get(&entry.angebot.traeger).copied();
            let angebot = Angebot { area, also_in, akteur, ..entry.angebot.clone() };
            let outcome = execute(Command::VorOrt(VorOrtCommand::AddAngebot(angebot)))?;
            services.insert(entry.angebot.name.clone(), AngebotId(created(&outcome, &entry.angebot.name)?));
        }
        for (key, bedarf, name, grad) in &self.voices.deckungen {
            let angebot = *services.get(name).ok_or_else(|| unknown(VOICES, name))?;
            let deckung =
                Deckung { area: areas.find(key)?, bezug: Bezug::Bedarf(bedarf.clone()), angebot, grad: *grad };
            execute(Command::VorOrt(VorOrtCommand::SetDeckung(deckung)))?;
        }
        for (key, bedarf, text) in &self.voices.begruendungen {
            let reason =
                Begruendung { area: areas.find(key)?, bezug: Bezug::Bedarf(bedarf.clone()), text: text.clone() };
            execute(Command::VorOrt(VorOrtCommand::SetBegruendung(reason)))?;
        }
        for (key, aussage) in &self.voices.aussagen {
            let mut aussage = aussage.clone();
            aussage.area = areas.find(key)?;
            execute(Command::VorOrt(VorOrtCommand::AddAussage(aussage)))?;
        }
        Ok(())
    }

    /// The identities of the organisations, by name.
    fn add_akteure<E: From<FrameError>>(
        &self,
        areas: &Areas,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<BTreeMap<String, AkteurId>, E> {
        let mut ids = BTreeMap::new();
        for entry in &self.voices.akteure {
            let (area, also_in) = areas.first_and_rest(&entry.areas)?;
            let works_with = named(&ids, &entry.partners)?;
            let akteur = Akteur { area, also_in, works_with, ..entry.akteur.clone() };
            let outcome = execute(Command::VorOrt(VorOrtCommand::AddAkteur(akteur)))?;
            let id = AkteurId(created(&outcome, &entry.akteur.name)?);
            for person in &entry.persons {
                let person = Kontaktperson { akteur: id, ..person.clone() };
                execute(Command::VorOrt(VorOrtCommand::AddKontaktperson(person)))?;
            }
            ids.insert(entry.akteur.name.clone(), id);
        }
        Ok(ids)
    }

    fn add_programmes<E: From<FrameError>>(
        &self,
        areas: &Areas,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
        snapshot: &mut dyn FnMut() -> Arc<Snapshot>,
    ) -> Result<(), E> {
        let data = snapshot().data.clone();
        for entry in &self.programmes {
            let mut programme = entry.programme.clone();
            programme.area = areas.find(&entry.area)?;
            settle_start_values(&data, &mut programme)?;
            execute(Command::Programme(ProgrammeCommand::Insert(Box::new(programme))))?;
        }
        Ok(())
    }

    /// Overlaps name services and measures of all programmes: they are settled when all of these are there.
    fn add_abgleiche<E: From<FrameError>>(
        &self,
        areas: &Areas,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
        snapshot: &Snapshot,
    ) -> Result<(), E> {
        for entry in &self.programmes {
            let area = areas.find(&entry.area)?;
            let stored = snapshot.programme_of(area).into_iter().flatten();
            for massnahme in stored {
                let own = entry.abgleiche.iter().filter(|abgleich| abgleich.number == massnahme.number);
                let abgleich: Vec<Abgleich> =
                    own.map(|abgleich| settled(areas, snapshot, abgleich)).collect::<Result<_, _>>()?;
                if !abgleich.is_empty() {
                    let massnahme = Box::new(Massnahme { abgleich, ..massnahme.clone() });
                    execute(Command::Programme(ProgrammeCommand::UpdateMassnahme(massnahme)))?;
                }
            }
        }
        Ok(())
    }

    fn add_step_states<E: From<FrameError>>(
        &self,
        areas: &Areas,
        steps: &[SchrittId],
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<(), E> {
        for state in &self.step_states {
            let place = usize::try_from(state.position).ok().and_then(|position| position.checked_sub(1));
            let step = place.and_then(|place| steps.get(place)).copied();
            let state = StepState {
                area: areas.find(&state.area)?,
                step: step.ok_or_else(|| unknown("verfahrensstand.toml", state.position))?,
                progress: state.progress,
                date: Some(state.date),
                settled: state.settled.clone(),
                note: String::new(),
            };
            // Whoever begins with the program brings along what was closed before: nobody looked at its gates then.
            let command = match state.progress {
                StepProgress::Erledigt => VerfahrenCommand::CloseStep {
                    state: StepState { note: FRAME_CLOSED.to_owned(), ..state },
                    gates: BTreeMap::new(),
                    despite_gates: true,
                },
                StepProgress::Geplant | StepProgress::Laeuft => VerfahrenCommand::SetState(state),
            };
            execute(Command::Verfahren(command))?;
        }
        Ok(())
    }

    fn add_records<E: From<FrameError>>(
        &self,
        areas: &Areas,
        snapshot: &Snapshot,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<(), E> {
        let gremien = self.add_gremien(execute)?;
        for (name, keys, beschluss) in &self.records.beschluesse {
            let mut beschluss = beschluss.clone();
            beschluss.gremium = gremien.get(name).copied().ok_or_else(|| unknown(records::FILE, name))?;
            beschluss.areas = keys.iter().map(|key| areas.find(key)).collect::<Result<_, _>>()?;
            execute(Command::Verfahren(VerfahrenCommand::AddBeschluss(beschluss)))?;
        }
        let mut minutes = Vec::new();
        for (key, niederschrift) in &self.records.niederschriften {
            let mut niederschrift = niederschrift.clone();
            niederschrift.area = Some(areas.find(key)?);
            let what = niederschrift.arbeitsgruppe.clone();
            let outcome = execute(Command::Verfahren(VerfahrenCommand::AddNiederschrift(niederschrift)))?;
            minutes.push(NiederschriftId(created(&outcome, &what)?));
        }
        for (key, massnahme, place, entry) in &self.records.wiedervorlagen {
            let mut entry = entry.clone();
            entry.area = Some(areas.find(key)?);
            let measure = massnahme.map(|number| areas.measure(snapshot, &(key.clone(), number))).transpose()?;
            let minutes = place.and_then(|place| minutes.get(place.checked_sub(1)?)).copied();
            let link = measure.map(WiedervorlageLink::Massnahme);
            entry.link = link.or(minutes.map(WiedervorlageLink::Niederschrift));
            execute(Command::Verfahren(VerfahrenCommand::AddWiedervorlage(entry)))?;
        }
        self.add_monitoring(areas, snapshot, execute)
    }

    fn add_gremien<E: From<FrameError>>(
        &self,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<BTreeMap<String, GremiumId>, E> {
        let mut ids = BTreeMap::new();
        for gremium in &self.records.gremien {
            let outcome = execute(Command::Verfahren(VerfahrenCommand::AddGremium(gremium.clone())))?;
            ids.insert(gremium.name.clone(), GremiumId(created(&outcome, &gremium.name)?));
        }
        Ok(ids)
    }

    fn add_monitoring<E: From<FrameError>>(
        &self,
        areas: &Areas,
        snapshot: &Snapshot,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<(), E> {
        for (measure, note) in &self.records.notizen {
            let mut note = note.clone();
            note.massnahme = areas.measure(snapshot, measure)?;
            execute(Command::Verfahren(VerfahrenCommand::AddUmsetzungsnotiz(note)))?;
        }
        for (measure, entry) in &self.records.abfluesse {
            let mut entry = entry.clone();
            entry.massnahme = areas.measure(snapshot, measure)?;
            execute(Command::Verfahren(VerfahrenCommand::AddMittelabfluss(entry)))?;
        }
        Ok(())
    }
}

/// Start values that name a cell of the data get its value and what it shows.
fn settle_start_values(data: &PlanningData, programme: &mut Handlungsprogramm) -> Result<(), FrameError> {
    for ziel in &mut programme.ziele {
        if let Some(bound) = &mut ziel.start_bound {
            ziel.start_value = Some(take_value(data, programme.area, bound)?);
        }
    }
    for massnahme in &mut programme.massnahmen {
        if let Some(bound) = &mut massnahme.start_bound {
            massnahme.ausgangswert = Some(take_value(data, programme.area, bound)?);
        }
    }
    Ok(())
}

fn take_value(data: &PlanningData, area: AreaId, bound: &mut BoundValue) -> Result<f64, FrameError> {
    let cell = match bound.binding() {
        Some(BindingRef::Value { indicator, period, .. }) => {
            let card = data.indicator_by_code(&indicator);
            card.zip(data.period_by_label(&period))
        }
        Some(_) | None => None,
    };
    let found = cell.and_then(|(card, period)| Some((card, data.dataset.value(card.id, area, period.id)?)));
    let (card, value) = found.ok_or_else(|| unknown("programme.toml", &bound.reference))?;
    bound.shown = value_with_unit(value, card.decimals, &card.unit);
    Ok(value)
}

/// An overlap with the identities that the project gave.
fn settled(areas: &Areas, snapshot: &Snapshot, abgleich: &FrameAbgleich) -> Result<Abgleich, FrameError> {
    let with = match &abgleich.with {
        FrameCounterpart::Angebot(name) => {
            let angebot = snapshot.vor_ort.angebote.iter().find(|angebot| angebot.name == *name);
            Counterpart::Angebot(angebot.ok_or_else(|| unknown("programme.toml", name))?.id)
        }
        FrameCounterpart::Massnahme(area, titel) => {
            let programme = snapshot.programme_of(areas.find(area)?);
            let massnahme = programme.into_iter().flatten().find(|massnahme| massnahme.titel == *titel);
            Counterpart::Massnahme(massnahme.ok_or_else(|| unknown("programme.toml", titel))?.id)
        }
    };
    Ok(Abgleich { with, decision: abgleich.decision, reason: abgleich.reason.clone() })
}

fn created(outcome: &Outcome, what: &str) -> Result<i64, FrameError> {
    outcome.created.ok_or_else(|| FrameError::NoIdentity(what.to_owned()))
}

fn named(akteure: &BTreeMap<String, AkteurId>, names: &[String]) -> Result<Vec<AkteurId>, FrameError> {
    names.iter().map(|name| akteure.get(name).copied().ok_or_else(|| unknown("vor-ort.toml", name))).collect()
}

/// The identities that the project gave to the areas.
struct Areas {
    ids: BTreeMap<AreaKey, AreaId>,
}

impl Areas {
    fn of(snapshot: &Snapshot) -> Areas {
        let key = |level, key: &str| AreaKey { level, key: key.to_owned() };
        Areas { ids: snapshot.data.areas.iter().map(|area| (key(area.level, &area.key), area.id)).collect() }
    }

    fn find(&self, key: &AreaKey) -> Result<AreaId, FrameError> {
        self.ids.get(key).copied().ok_or_else(|| unknown("data", key))
    }

    fn find_all(&self, keys: &[AreaKey]) -> Result<Vec<AreaId>, FrameError> {
        keys.iter().map(|key| self.find(key)).collect()
    }

    /// The first area, and the others.
    fn first_and_rest(&self, keys: &[AreaKey]) -> Result<(AreaId, Vec<AreaId>), FrameError> {
        let (first, rest) = keys.split_first().ok_or_else(|| unknown("vor-ort.toml", "gebiet"))?;
        Ok((self.find(first)?, self.find_all(rest)?))
    }

    fn measure(&self, snapshot: &Snapshot, (key, number): &FrameMeasure) -> Result<MassnahmeId, FrameError> {
        let programme = snapshot.programme_of(self.find(key)?);
        let mut massnahmen = programme.into_iter().flat_map(|programme| &programme.massnahmen);
        let found = massnahmen.find(|massnahme| massnahme.number == *number);
        found.map(|massnahme| massnahme.id).ok_or_else(|| unknown(records::FILE, number))
    }

    fn set(&self, set: &super::FrameSet) -> Result<AreaSet, FrameError> {
        Ok(AreaSet {
            id: AreaSetId(0),
            code: set.code.clone(),
            name: set.name.clone(),
            state: set.state,
            valid_from: Some(set.valid_from),
            valid_to: None,
            note: set.note.clone(),
            members: set.members.iter().map(|key| self.find(key)).collect::<Result<_, _>>()?,
        })
    }

    fn import(&self, table: &FrameTable) -> Result<Command, FrameError> {
        Ok(Command::Import(ImportCommand::Run(Box::new(self.batch(table)?))))
    }

    fn batch(&self, table: &FrameTable) -> Result<ImportBatch, FrameError> {
        let mut areas = Names::default();
        let mut indicators = Names::default();
        let mut periods = Names::default();
        let row = |value: &FrameValue| ImportRow {
            area: areas.place(value.area.clone()),
            indicator: indicators.place(value.indicator.clone()),
            period: periods.place(value.period.clone()),
            value: value.value.into(),
            counts: RowCounts::known(value.numerator, value.denominator),
            status: value.status,
            cell: value.cell,
        };
        let rows = Arc::new(table.values.iter().map(row).collect());
        let targets = areas.list.iter().map(|key| self.find(key).map(AreaTarget::Existing));
        Ok(ImportBatch {
            file_name: table.file_name.clone(),
            sha256: table.sha256.clone(),
            size_bytes: table.size_bytes,
            file_date: None,
            sheets: vec![String::new()],
            mapping: Import::BUILT_IN.to_owned(),
            source_note: table.source_note.clone(),
            demonstration: table.demonstration,
            refused: 0,
            original: None,
            new_areas: Vec::new(),
            new_indicators: Vec::new(),
            new_synonyms: Vec::new(),
            areas: targets.collect::<Result<_, _>>()?,
            indicators: indicators.list,
            periods: periods.list,
            rows,
            texts: table.values.iter().map(|value| &value.text).collect(),
        })
    }
}

/// Names in the order of their first appearance.
struct Names<T> {
    list: Vec<T>,
    places: BTreeMap<T, u32>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Names { list: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Names<T> {
    fn place(&mut self, name: T) -> u32 {
        if let Some(place) = self.places.get(&name) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(name.clone());
        self.places.insert(name, place);
        place
    }
}
