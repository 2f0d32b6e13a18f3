//! Files that are dragged over the window of an open project: what would become of them is said before they are let go.

use crate::project::Snapshot;
use crate::text::panel::shell as words;
use crate::theme::{radius, space, stroke};
use crate::ui::widget::style::{color32, line, tokens};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{BoundaryIntent, ImportIntent, Intent, Outbox, Section, ServicesIntent, Toast, ToastKind};
use egui::{Align, Align2, Area, Context, Frame, Id, LayerId, Layout, Margin, Order, Sense, Shape, Ui, vec2};
use std::path::{Path, PathBuf};

/// Files that are dropped together, by what becomes of them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Dropped {
    /// The project to be opened; nothing else is done then.
    project: Option<PathBuf>,
    /// The file of boundaries to be read.
    boundaries: Option<PathBuf>,
    /// The table of services to be read: in the place Vor Ort.
    services: Option<PathBuf>,
    /// The tables of values, read one after the other.
    tables: Vec<PathBuf>,
    /// Files that are left alone.
    left: usize,
}

impl Dropped {
    /// One project wins; of boundaries and of services one file is taken at a time; everything else is a table.
    fn of(paths: Vec<PathBuf>, section: Section) -> Dropped {
        let all = paths.len();
        if let Some(project) = paths.iter().find(|path| has_ending(path, &["aktionsplan"])) {
            return Dropped { project: Some(project.clone()), left: all - 1, ..Dropped::default() };
        }
        let (boundaries, mut tables): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| has_ending(path, &["geojson", "json"]));
        let services = (section == Section::VorOrt && !tables.is_empty()).then(|| tables.remove(0));
        if services.is_some() {
            tables.clear();
        }
        let boundaries = boundaries.into_iter().next();
        let taken = usize::from(boundaries.is_some()) + usize::from(services.is_some()) + tables.len();
        Dropped { project: None, boundaries, services, left: all - taken, tables }
    }

    fn intents(self) -> Vec<Intent> {
        let project = self.project.map(Intent::OpenProject);
        let boundaries = self.boundaries.map(|path| Intent::Boundaries(BoundaryIntent::File(path)));
        let services = self.services.map(|path| Intent::Services(ServicesIntent::File(path)));
        let tables = Some(self.tables).filter(|tables| !tables.is_empty());
        let tables = tables.map(|tables| Intent::Import(ImportIntent::Files(tables)));
        [project, boundaries, services, tables].into_iter().flatten().collect()
    }

    /// What happens if the files are let go, one line each.
    fn titles(&self) -> Vec<String> {
        let project = self.project.as_ref().map(|_| words::DROP_PROJECT.to_owned());
        let boundaries = self.boundaries.as_ref().map(|_| words::DROP_BOUNDARIES.to_owned());
        let services = self.services.as_ref().map(|_| words::DROP_SERVICES.to_owned());
        let tables = (!self.tables.is_empty()).then(|| words::drop_tables(self.tables.len()));
        [project, boundaries, services, tables].into_iter().flatten().collect()
    }

    fn hint(&self) -> &'static str {
        match (&self.project, self.tables.len()) {
            (Some(_), _) => words::DROP_PROJECT_HINT,
            (None, 0 | 1) => words::DROP_HINT,
            (None, _) => words::DROP_SEVERAL_HINT,
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|found| endings.iter().any(|ending| found.eq_ignore_ascii_case(ending)))
}

/// Takes dropped files. What is left alone comes back as a notice. The start window draws its own place for them.
pub(super) fn take(ctx: &Context, snapshot: Option<&Snapshot>, section: Section, outbox: &mut Outbox) -> Option<Toast> {
    let paths: Vec<PathBuf> =
        ctx.input(|input| input.raw.dropped_files.iter().map(|f| f.path().to_path_buf()).collect());
    let dropped = Dropped::of(paths, section);
    let read_only = snapshot.is_some_and(|snapshot| snapshot.read_only.is_some());
    let notice = |title: String, detail: &str| Toast { kind: ToastKind::Info, ..Toast::done(title, detail) };
    if read_only && dropped.project.is_none() && dropped != Dropped::default() {
        return Some(notice(words::DROP_READ_ONLY.to_owned(), words::DROP_READ_ONLY_HINT));
    }
    let left = dropped.left;
    dropped.intents().into_iter().for_each(|intent| outbox.push(intent));
    (left > 0).then(|| notice(words::drop_left(left), words::DROP_LEFT_HINT))
}

/// Says over the whole window what becomes of the files that hover above it.
pub(super) fn show_hovering(ui: &Ui, snapshot: &Snapshot, section: Section) {
    let paths: Vec<PathBuf> =
        ui.input(|input| input.raw.hovered_files.iter().map(|file| file.path.clone().unwrap_or_default()).collect());
    if paths.is_empty() {
        return;
    }
    let dropped = Dropped::of(paths, section);
    let refused = snapshot.read_only.is_some() && dropped.project.is_none();
    let (titles, hint) = if refused {
        (vec![words::DROP_READ_ONLY.to_owned()], words::DROP_READ_ONLY_HINT)
    } else {
        (dropped.titles(), dropped.hint())
    };
    ground(ui);
    let area = Area::new(Id::unique("dropping")).order(Order::Tooltip).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
    area.interactable(false).show(ui.ctx(), |ui| {
        let tokens = tokens(ui);
        let frame = Frame::new()
            .fill(color32(tokens.raised))
            .stroke(line(stroke::LINE, tokens.frame))
            .corner_radius(radius::MENU)
            .inner_margin(Margin::same(24));
        frame.show(ui, |ui| {
            ui.set_width(380.0);
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                let (place, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
                paint::icon(ui, place.center(), icon::DOWNLOAD_SIMPLE, 24.0, tokens.accent);
                titles.iter().for_each(|title| _ = label::h2(ui, title));
                label::small(ui, hint);
                if dropped.left > 0 && !refused {
                    ui.add_space(space::S);
                    label::hint(ui, &words::drop_left(dropped.left));
                }
            });
        });
    });
}

/// The window stands back behind a dashed line.
fn ground(ui: &Ui) {
    let tokens = tokens(ui);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("dropping-ground")));
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, color32(tokens.scrim));
    let inside = rect.shrink(12.0);
    let corners =
        [inside.left_top(), inside.right_top(), inside.right_bottom(), inside.left_bottom(), inside.left_top()];
    painter.extend(Shape::dashed_line(&corners, line(stroke::FOCUS, tokens.accent), 8.0, 6.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(names: &[&str], section: Section) -> Dropped {
        Dropped::of(names.iter().map(PathBuf::from).collect(), section)
    }

    #[test]
    fn one_project_is_opened_and_what_came_with_it_is_left_alone() {
        let both = dropped(&["a.csv", "b.AKTIONSPLAN", "c.aktionsplan"], Section::Daten);
        assert_eq!((both.project, both.left, both.tables), (Some("b.AKTIONSPLAN".into()), 2, Vec::new()));
    }

    #[test]
    fn tables_queue_beside_one_file_of_boundaries() {
        let all = dropped(&["a.csv", "g.geojson", "b.xlsx", "h.json"], Section::Bedarf);
        assert_eq!(all.boundaries, Some("g.geojson".into()));
        assert_eq!((all.tables.len(), all.left), (2, 1));
        assert_eq!(all.intents().len(), 2);
    }

    #[test]
    fn in_the_place_vor_ort_a_table_is_one_of_services() {
        let two = dropped(&["a.csv", "b.csv"], Section::VorOrt);
        assert_eq!((two.services, two.tables, two.left), (Some("a.csv".into()), Vec::new(), 1));
    }
}
