//! Derived values: asked for by key on job threads, the previous value stays visible meanwhile.

mod bedarf;
mod maps;
#[cfg(feature = "pdf")]
mod pages;

use self::bedarf::BedarfCompute;
use self::maps::MapCompute;
use crate::analysis::{self, Ranking, SpecError};
use crate::domain::{
    AreaId, IndexSpec, NewPassage, PeriodChoice, PlanningData, ProcedureGate, SectionKey, TextPiece, text_pieces,
};
use crate::jobs::{Cancelled, Requested, Wake};
use crate::programme::{self, Basis, CoverageBasis};
use crate::project::Snapshot;
use crate::reports::{self, OpenPoints};
use crate::ui::{
    AnalysisOrder, BedarfDerived, BedarfIntent, BedarfNeeds, Computed, EarlierRanking, PageNeeds, PagesDerived,
    PassageView, ProgrammeView, TimeOrder, TimeView, TypesOrder, TypesView,
};
use std::collections::BTreeMap;
use std::sync::Arc;

type RankingResult = Result<Ranking, SpecError>;

/// Everything that a ranking depends on.
#[derive(Clone, Debug, PartialEq)]
struct RankingKey {
    data: u64,
    spec: IndexSpec,
}

/// Everything that the view of a programme depends on.
#[derive(Clone, Debug, PartialEq)]
struct ProgrammeKey {
    snapshot: u64,
    ranking: Option<String>,
    area: AreaId,
}

/// Everything that the open points of all programmes depend on.
#[derive(Clone, Debug, PartialEq)]
struct PointsKey {
    snapshot: u64,
    ranking: Option<String>,
    today: jiff::civil::Date,
}

/// Everything that a tab of the analysis depends on.
#[derive(Clone, Debug, PartialEq)]
struct AnalysisKey<O> {
    data: u64,
    recipe: Option<IndexSpec>,
    order: O,
}

/// The derived values of the open project.
#[derive(Default)]
pub struct Compute {
    ranking: Requested<RankingKey, RankingResult>,
    earlier: Requested<RankingKey, Result<EarlierRanking, SpecError>>,
    programme: Requested<ProgrammeKey, ProgrammeView>,
    time_order: Option<TimeOrder>,
    time: Requested<AnalysisKey<TimeOrder>, Result<TimeView, Cancelled>>,
    types_order: Option<TypesOrder>,
    types: Requested<AnalysisKey<TypesOrder>, Result<TypesView, Cancelled>>,
    maps: MapCompute,
    bedarf: BedarfCompute,
    points: Requested<PointsKey, Result<Vec<OpenPoints>, Cancelled>>,
    #[cfg(feature = "pdf")]
    pages: pages::PageCompute,
}

impl Compute {
    /// Asks for whatever the snapshot needs and is not there yet.
    pub fn request(&mut self, snapshot: &Arc<Snapshot>, area: Option<AreaId>, today: jiff::civil::Date, wake: &Wake) {
        if let Some(recipe) = snapshot.recipe() {
            self.request_rankings(&snapshot.data, &recipe.spec, wake);
        }
        self.maps.request_shapes(&snapshot.data, wake);
        let ranking = self.ranking.current().cloned();
        let settled = snapshot.recipe().is_none() || ranking.is_some();
        if let (Some(area), true) = (area, settled) {
            self.request_programme(snapshot, area, ranking, today, wake);
        }
    }

    /// Takes an order of a tab of the analysis.
    pub fn order(&mut self, order: AnalysisOrder) {
        match order {
            AnalysisOrder::Time(order) => self.time_order = Some(order),
            AnalysisOrder::Types(order) => self.types_order = Some(order),
            AnalysisOrder::Space(order) => self.maps.order(Some(order)),
            AnalysisOrder::NoSpace => self.maps.order(None),
            AnalysisOrder::Stop => {
                self.time.stop();
                self.types.stop();
            }
            AnalysisOrder::Again => {
                self.time.again();
                self.types.again();
            }
        }
    }

    /// Asks for what the tabs of the analysis have ordered; only while they can be seen.
    pub fn request_analysis(&mut self, snapshot: &Snapshot, wake: &Wake) {
        self.maps.request_space(&snapshot.data, wake);
        let recipe = snapshot.recipe().map(|recipe| recipe.spec.clone());
        if let Some(order) = self.time_order.clone() {
            let key = AnalysisKey { data: snapshot.data.revision, recipe: recipe.clone(), order: order.clone() };
            let (data, recipe) = (snapshot.data.clone(), recipe.clone());
            self.time
                .request(key, "time", wake, move |progress| TimeView::of(&data, recipe.as_ref(), &order, progress));
        }
        if let Some(order) = self.types_order.clone() {
            let key = AnalysisKey { data: snapshot.data.revision, recipe: recipe.clone(), order: order.clone() };
            let data = snapshot.data.clone();
            self.types
                .request(key, "types", wake, move |progress| TypesView::of(&data, recipe.as_ref(), &order, progress));
        }
    }

    /// The order in force and the answer of the tab Zeit.
    pub fn time(&self) -> (Option<TimeOrder>, Computed<Result<TimeView, Cancelled>>) {
        (self.time_order.clone(), computed(&self.time))
    }

    /// The order in force and the answer of the tab Typen.
    pub fn types(&self) -> (Option<TypesOrder>, Computed<Result<TypesView, Cancelled>>) {
        (self.types_order.clone(), computed(&self.types))
    }

    /// What the maps asked for.
    pub fn maps(&self) -> &MapCompute {
        &self.maps
    }

    fn request_rankings(&mut self, data: &PlanningData, spec: &IndexSpec, wake: &Wake) {
        let key = RankingKey { data: data.revision, spec: spec.clone() };
        let (work_data, work_spec) = (data.clone(), spec.clone());
        let known = self.bedarf.known(&key);
        self.ranking.request(key.clone(), "ranking", wake, move |progress| match known.as_deref() {
            Some(ranking) => ranking.clone(),
            None => analysis::rank(&work_data, &work_spec, progress),
        });
        let (work_data, work_spec) = (data.clone(), spec.clone());
        self.earlier.request(key, "earlier-ranking", wake, move |_| earlier_ranking(&work_data, work_spec));
    }

    fn request_programme(
        &mut self,
        snapshot: &Arc<Snapshot>,
        area: AreaId,
        ranking: Option<Arc<RankingResult>>,
        today: jiff::civil::Date,
        wake: &Wake,
    ) {
        let key = ProgrammeKey { snapshot: snapshot.revision, ranking: fingerprint(ranking.as_deref()), area };
        let snapshot = snapshot.clone();
        self.programme.request(key, "programme", wake, move |_| {
            let ranking = ranking.as_deref().and_then(|result| result.as_ref().ok());
            programme_view(&snapshot, area, ranking, today)
        });
    }

    /// Asks for what is open in each programme, which the place Berichte shows before documents go out.
    pub fn request_points(&mut self, snapshot: &Arc<Snapshot>, today: jiff::civil::Date, wake: &Wake) {
        let ranking = self.ranking.current().cloned();
        if snapshot.recipe().is_some() && ranking.is_none() {
            return;
        }
        let key = PointsKey { snapshot: snapshot.revision, ranking: fingerprint(ranking.as_deref()), today };
        let snapshot = snapshot.clone();
        self.points.request(key, "open-points", wake, move |progress| {
            let ranking = ranking.as_deref().and_then(|result| result.as_ref().ok());
            reports::open_points(&snapshot, ranking, today, progress)
        });
    }

    /// What is open in each programme.
    pub fn points(&self) -> Computed<Result<Vec<OpenPoints>, Cancelled>> {
        computed(&self.points)
    }

    /// Asks for the pages of the document that the place Berichte looks at.
    #[cfg(feature = "pdf")]
    pub fn request_pages(
        &mut self,
        snapshot: &Arc<Snapshot>,
        needs: &PageNeeds,
        today: jiff::civil::Date,
        wake: &Wake,
    ) {
        let ranking = self.ranking.current().cloned();
        if snapshot.recipe().is_none() || ranking.is_some() {
            self.pages.request(snapshot, ranking, needs, today, wake);
        }
    }

    /// The pages that the place Berichte asked for.
    #[cfg(feature = "pdf")]
    pub fn pages(&self) -> PagesDerived {
        self.pages.view()
    }

    /// A program without a typesetter shows no pages.
    #[cfg(not(feature = "pdf"))]
    pub fn request_pages(&mut self, _: &Arc<Snapshot>, _: &PageNeeds, _: jiff::civil::Date, _: &Wake) {}

    /// A program without a typesetter shows no pages.
    #[cfg(not(feature = "pdf"))]
    pub fn pages(&self) -> PagesDerived {
        PagesDerived::default()
    }

    /// Asks for what the place Bedarf needs beyond the ranking.
    pub fn request_bedarf(&mut self, snapshot: &Snapshot, needs: &BedarfNeeds, wake: &Wake) {
        let ranking = (self.ranking.latest(), self.ranking.current().is_some());
        self.bedarf.request(snapshot, ranking, needs, wake);
    }

    /// Stops the work for the place Bedarf, or asks for it anew.
    pub fn bedarf_step(&mut self, step: BedarfIntent) {
        match step {
            BedarfIntent::Stop => {
                self.ranking.stop();
                self.bedarf.stop();
            }
            BedarfIntent::Again => {
                self.ranking.again();
                self.bedarf.again();
            }
        }
    }

    /// What the place Bedarf asked for.
    pub fn bedarf(&self) -> BedarfDerived {
        let view = self.bedarf.view(self.ranking.current().is_some());
        BedarfDerived { stopped: view.stopped || self.ranking.is_stopped(), ..view }
    }

    /// Takes over what workers have finished.
    pub fn collect(&mut self) {
        self.bedarf.collect();
        #[cfg(feature = "pdf")]
        self.pages.collect();
        self.ranking.collect();
        self.earlier.collect();
        self.programme.collect();
        self.points.collect();
        self.time.collect();
        self.types.collect();
        self.maps.collect();
    }

    /// The ranking by the current recipe.
    pub fn ranking(&self) -> Computed<RankingResult> {
        computed(&self.ranking)
    }

    /// The ranking of an earlier period.
    pub fn earlier(&self) -> Computed<Result<EarlierRanking, SpecError>> {
        computed(&self.earlier)
    }

    /// The programme of the current area.
    pub fn programme(&self) -> Computed<ProgrammeView> {
        computed(&self.programme)
    }
}

/// What tells one ranking from another; none where there is none.
fn fingerprint(ranking: Option<&RankingResult>) -> Option<String> {
    ranking.and_then(|result| result.as_ref().ok()).map(|ranking| ranking.run.fingerprint.clone())
}

fn computed<K: Clone + PartialEq + Send + 'static, T: Send + 'static>(requested: &Requested<K, T>) -> Computed<T> {
    Computed {
        value: requested.latest().cloned(),
        current: requested.current().is_some(),
        progress: requested.progress().map(crate::jobs::Progress::state),
    }
}

/// How many years back the comparison of places looks.
const YEARS_BACK: i16 = 2;

fn earlier_ranking(data: &PlanningData, mut spec: IndexSpec) -> Result<EarlierRanking, SpecError> {
    let now = analysis::run(data, &spec)?;
    let year = data.period(now.period).and_then(|period| period.year);
    let earlier = data
        .periods
        .iter()
        .filter(|period| period.year.zip(year).is_some_and(|(then, now)| then <= now - YEARS_BACK))
        .max_by_key(|period| period.year)
        .ok_or_else(|| SpecError::NoValues(String::new()))?;
    spec.period = PeriodChoice::Label(earlier.label.clone());
    let run = analysis::run(data, &spec)?;
    Ok(EarlierRanking {
        period: earlier.label.clone(),
        ranks: run.areas.iter().copied().zip(run.rank.iter().copied()).collect(),
    })
}

fn programme_view(
    snapshot: &Snapshot,
    area: AreaId,
    ranking: Option<&Ranking>,
    today: jiff::civil::Date,
) -> ProgrammeView {
    let coverage = programme::coverage(&CoverageBasis {
        data: &snapshot.data,
        ranking,
        area,
        programme: snapshot.programme_of(area),
        vor_ort: &snapshot.vor_ort,
        today,
    });
    let Some(stored) = snapshot.programme_of(area) else {
        return ProgrammeView { area: Some(area), coverage, ..ProgrammeView::default() };
    };
    let basis = reports::basis(snapshot, stored, ranking, today);
    let checks = programme::checks(&basis);
    let gate = |gate| (gate, programme::open_at_gate(&basis, &checks, gate));
    let kept = || snapshot.verfahren.fassungen.iter().filter(|fassung| fassung.programme == stored.id);
    let (kinds, documents): (Vec<_>, Vec<_>) = programme::documents(&basis).into_iter().unzip();
    let outlines = kinds.into_iter().zip(documents.iter().map(programme::DocumentOutline::of)).collect();
    let mut view = ProgrammeView {
        area: Some(area),
        recoverable: programme::recoverable_in_all(&documents),
        outlines,
        gates: ProcedureGate::ALL.into_iter().map(gate).collect(),
        monitoring: programme::monitoring(&basis),
        given_away: kept().map(|kept| (kept.id, programme::disclosures_of_version(&basis, &kept.content))).collect(),
        changes: kept().map(|fassung| (fassung.id, programme::changes_since(&basis, &fassung.content))).collect(),
        checks,
        overlaps: programme::overlaps(&basis).into_iter().collect(),
        coverage,
        plan: programme::plan_view(&basis),
        ..ProgrammeView::default()
    };
    for passage in &stored.passages {
        let stale = programme::stale_values(&basis, passage);
        let accepted = passage.basis.iter().map(|bound| (bound.reference.clone(), bound.shown.clone()));
        let entry = PassageView {
            id: Some(passage.id),
            origin: passage.origin,
            text: passage.text.clone(),
            shown: accepted.collect(),
            stale,
        };
        view.sections.entry(passage.section).or_default().push(entry);
    }
    for drafted in programme::draft(&basis, &SectionKey::ALL) {
        view.drafts.entry(drafted.section).or_default().push(drafted);
    }
    for (section, drafts) in &view.drafts {
        if !view.sections.contains_key(section) {
            view.sections.insert(*section, drafts.iter().map(suggestion).collect());
        }
    }
    resolve_all(&basis, &mut view);
    view
}

/// A passage that is not stored yet.
fn suggestion(drafted: &NewPassage) -> PassageView {
    PassageView {
        id: None,
        origin: drafted.origin,
        text: drafted.text.clone(),
        shown: drafted.basis.iter().map(|bound| (bound.reference.clone(), bound.shown.clone())).collect(),
        stale: Vec::new(),
    }
}

fn resolve_all(basis: &Basis, view: &mut ProgrammeView) {
    let mut resolved = BTreeMap::new();
    for passage in view.sections.values_mut().flatten() {
        for piece in text_pieces(&passage.text) {
            let TextPiece::Bound(reference) = piece else { continue };
            let Some(value) = programme::resolve(basis, &reference) else { continue };
            let key = reference.to_string();
            passage.shown.entry(key.clone()).or_insert_with(|| value.text.clone());
            resolved.insert(key, value);
        }
    }
    view.resolved = resolved;
}
