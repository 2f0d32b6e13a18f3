//! Documents of the example: one long draft per format beside what its charts alone take, and all thirteen in all formats.

use super::{alone, report, time};
use aktionsplan::analysis::{Ranking, rank};
use aktionsplan::chart::{self, ChartSpec, Emphasis, Trend, TrendLine, TrendTime};
use aktionsplan::clock::Clock;
use aktionsplan::document::{Block, Document, Format};
use aktionsplan::domain::{Dokumentvorlage, Handlungsprogramm};
use aktionsplan::export;
use aktionsplan::jobs::Progress;
use aktionsplan::programme::{self, Basis, DocumentKind, Profile};
use aktionsplan::project::{Project, Snapshot, Template};
use aktionsplan::reports;
use aktionsplan::sample::draft_programmes;
use std::sync::Arc;

/// Pictures of charts for 78 charts, as many as all long drafts hold.
const CHARTS: usize = 78;
/// As the exporters render pictures.
const PIXELS_PER_MM: f32 = 8.0;

/// All of it.
pub fn all() {
    let Some((snapshot, ranking)) = example() else {
        println!("  the example could not be made");
        return;
    };
    let document_of = |programme: &Handlungsprogramm| {
        let basis = basis(&snapshot, ranking.as_ref(), programme);
        let kind = DocumentKind::Handlungsprogramm(Profile::Lang);
        programme::written(&basis, kind, &Dokumentvorlage::default()).ok()
    };
    let marten = snapshot.programmes.iter().max_by_key(|programme| programme.massnahmen.len());
    let Some(document) = marten.and_then(document_of) else { return };
    alone("one long draft, format-neutral, charts drawn", time(5, || marten.and_then(document_of)));
    #[cfg(feature = "pdf")]
    pages(&document);
    let spec = trend();
    alone("78 charts to svg", time(5, || (0..CHARTS).filter_map(|_| chart::svg(&spec).ok()).count()));
    let drawings = drawings(&document);
    let cycled = || drawings.iter().cycle().take(CHARTS);
    let pictures = time(3, || cycled().filter_map(|svg| chart::png(svg, PIXELS_PER_MM).ok()).count());
    alone("78 charts to png", pictures);
    let own = time(3, || drawings.iter().filter_map(|svg| chart::png(svg, PIXELS_PER_MM).ok()).count());
    for &format in Format::ALL {
        let ours = time(3, || export::document(&document, format).map(|output| output.size()).unwrap_or(0));
        match format {
            Format::Docx | Format::Odt => report(&format!("{} (floor: its pictures)", format.extension()), ours, own),
            #[cfg(feature = "pdf")]
            Format::Pdf => alone("pdf, tagged and validated", ours),
            Format::Xlsx => alone("xlsx", ours),
            Format::Csv => alone("csv", ours),
        }
    }
    let every = time(1, || {
        let documents = snapshot.programmes.iter().filter_map(document_of);
        documents.map(|document| bytes_of(&document)).sum::<usize>()
    });
    alone("all long drafts in all formats", every);
}

/// A line chart as programmes show them: an area beside the city over six years.
fn trend() -> ChartSpec {
    let line = |name: &str, from: f64, emphasis| TrendLine {
        name: name.to_owned(),
        values: (0..6_u8).map(|at| Some(from + f64::from(at))).collect(),
        emphasis,
    };
    ChartSpec::Trend(Trend {
        indicator: "Arbeitslosenrate".to_owned(),
        unit: "%".to_owned(),
        decimals: 1,
        times: (2020..2026).map(|year| TrendTime { year, label: year.to_string() }).collect(),
        lines: vec![line("Marten", 11.0, Emphasis::Own), line("Dortmund", 8.0, Emphasis::City)],
        breaks: Vec::new(),
    })
}

fn bytes_of(document: &Document) -> usize {
    let pictures = export::Pictures::default();
    let written = Format::ALL.iter().filter_map(|format| export::document_with(document, *format, &pictures).ok());
    written.map(|output| output.size()).sum()
}

fn drawings(document: &Document) -> Vec<String> {
    let svg = |block: &Block| if let Block::Figure(figure) = block { Some(figure.svg.clone()) } else { None };
    document.blocks.iter().filter_map(svg).collect()
}

/// What the window needs to show a document before it is written.
#[cfg(feature = "pdf")]
fn pages(document: &Document) {
    alone("its pages set for the screen", time(3, || export::Pages::of(document).ok().map(|pages| pages.count())));
    let Ok(pages) = export::Pages::of(document) else { return };
    let mut page = 0;
    let mut next = |width| {
        page = (page + 1) % pages.count();
        pages.picture(page, width).map(|picture| picture.rgba.len())
    };
    alone("a page as a small picture (252 across)", time(20, || next(252)));
    alone("a page to be read (900 across)", time(20, || next(900)));
}

fn basis<'a>(snapshot: &'a Snapshot, ranking: Option<&'a Ranking>, programme: &'a Handlungsprogramm) -> Basis<'a> {
    reports::basis(snapshot, programme, ranking, jiff::civil::date(2026, 11, 22))
}

fn example() -> Option<(Arc<Snapshot>, Option<Ranking>)> {
    let folder = tempfile::tempdir().ok()?;
    let clock: Clock = Arc::new(|| "2026-11-22T09:41:07+01:00".to_owned());
    let path = folder.path().join("p.aktionsplan");
    let project = Project::create_with(&path, Template::Dortmund, true, clock, &draft_programmes).ok()?;
    let snapshot = project.snapshot();
    let ranking = snapshot.recipe().and_then(|recipe| rank(&snapshot.data, &recipe.spec, &Progress::new()).ok());
    Some((snapshot, ranking))
}
