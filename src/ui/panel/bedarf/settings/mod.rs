//! The settings of the recipe: five lines in the pane, and behind each a page with everything that can be decided.

mod aggregate;
mod editor;
mod experts;
mod normalise;
mod reference;
mod uncertainty;
mod values;
mod weighting;

pub(super) use self::editor::{Editor, Refusal};
use self::editor::{LABEL, name_cell};
use crate::domain::{Aggregation, Imputation, Normalisation, Recipe, ReferenceSet};
use crate::text::needs;
use crate::text::panel::bedarf as words;
use crate::text::panel::bedarf::recipe as recipe_words;
use crate::theme::{TypeStyle, space};
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::{icon, paint, text as label};
use egui::{Align2, Sense, Ui, vec2};

/// What is looked at in the pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// The five lines, weights and sensitivity.
    #[default]
    Overview,
    /// Who is ranked, against whom, when.
    Reference,
    /// Gaps, outlying values, where values come from.
    Values,
    /// How values become comparable.
    Normalise,
    /// How they become an index, classes and ranks.
    Aggregate,
    /// How sure the ranks are.
    Uncertainty,
    /// Where the weights come from.
    Weighting,
}

impl Page {
    /// Its heading.
    pub(super) fn title(self) -> &'static str {
        match self {
            Page::Overview => words::METHOD,
            Page::Reference => words::REFERENCE,
            Page::Values => recipe_words::VALUES,
            Page::Normalise => words::NORMALISATION,
            Page::Aggregate => words::AGGREGATION,
            Page::Uncertainty => recipe_words::UNCERTAINTY,
            Page::Weighting => recipe_words::WEIGHTING,
        }
    }
}

/// Draws one line per step; returns the page that is to be opened.
pub(super) fn lines(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, refusal: &mut Option<Refusal>) -> Option<Page> {
    let mut editor = Editor { cx, recipe, refusal };
    let ed = &mut editor;
    let mut open = None;
    line(ui, ed, 1, Page::Reference, &mut open, reference_choice);
    line(ui, ed, 2, Page::Values, &mut open, |ui, ed, width| {
        let choices = Imputation::ALL.map(|choice| (choice, words::imputation(choice)));
        if let Some(choice) = combo(words::MISSING, width).show(ui, Some(&ed.recipe.spec.impute), &choices) {
            ed.change(words::MISSING, |spec| spec.impute = choice);
        }
        words::MISSING
    });
    line(ui, ed, 3, Page::Normalise, &mut open, |ui, ed, width| {
        let choices = normalise::offered(ed.recipe.spec.normalise);
        let choices: Vec<(Normalisation, &str)> =
            choices.into_iter().map(|choice| (choice, needs::normalisation_short(choice))).collect();
        if let Some(choice) = combo(words::NORMALISATION, width).show(ui, Some(&ed.recipe.spec.normalise), &choices) {
            ed.change(words::NORMALISATION, |spec| spec.normalise = choice);
        }
        words::NORMALISATION
    });
    line(ui, ed, 4, Page::Aggregate, &mut open, |ui, ed, width| {
        let choices: Vec<(Aggregation, &str)> =
            aggregate::offered(ed.recipe.spec.aggregate, aggregate::counting(&ed.recipe.spec))
                .into_iter()
                .map(|choice| (choice, recipe_words::aggregation(choice)))
                .collect();
        if let Some(choice) = combo(words::AGGREGATION, width).show(ui, Some(&ed.recipe.spec.aggregate), &choices) {
            ed.change(words::AGGREGATION, |spec| spec.aggregate = choice);
        }
        words::AGGREGATION
    });
    line(ui, ed, 5, Page::Uncertainty, &mut open, |ui, ed, width| {
        let now = ed.recipe.spec.uncertainty.replications;
        let coverage = ed.recipe.spec.uncertainty.coverage_percent;
        let mut draws = vec![1000, 5000, 10_000];
        if !draws.contains(&now) {
            draws.push(now);
        }
        let choices: Vec<(u32, String)> =
            draws.into_iter().map(|draws| (draws, recipe_words::draws(draws, coverage))).collect();
        if let Some(choice) = combo(recipe_words::UNCERTAINTY, width).show(ui, Some(&now), &choices) {
            ed.change(recipe_words::UNCERTAINTY, |spec| spec.uncertainty.replications = choice);
        }
        recipe_words::UNCERTAINTY
    });
    open
}

/// Draws a page; returns whether it is to be closed.
pub(super) fn page(ui: &mut Ui, cx: &mut PanelCx, recipe: &Recipe, page: Page, refusal: &mut Option<Refusal>) -> bool {
    let mut back = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        back = Button::icon_only(icon::ARROW_LEFT, recipe_words::BACK).compact().show(ui).clicked();
        label::h2(ui, page.title());
    });
    ui.add_space(space::S);
    if !cx.writable() {
        label::hint(ui, words::READ_ONLY);
    }
    let writable = cx.writable();
    let mut editor = Editor { cx, recipe, refusal };
    ui.add_enabled_ui(writable, |ui| match page {
        Page::Overview => {}
        Page::Reference => reference::show(ui, &mut editor),
        Page::Values => values::show(ui, &mut editor),
        Page::Normalise => normalise::show(ui, &mut editor),
        Page::Aggregate => aggregate::show(ui, &mut editor),
        Page::Uncertainty => uncertainty::show(ui, &mut editor),
        Page::Weighting => weighting::show(ui, &mut editor),
    });
    back
}

/// Number, name, control, and the way to the page behind it.
fn line(
    ui: &mut Ui,
    ed: &mut Editor,
    number: usize,
    page: Page,
    open: &mut Option<Page>,
    show: impl FnOnce(&mut Ui, &mut Editor, f32) -> &'static str,
) {
    const NUMBER: f32 = 18.0;
    const MORE: f32 = 26.0;
    ui.spacing_mut().interact_size.y = 24.0;
    let name = match page {
        Page::Values => words::MISSING,
        other => other.title(),
    };
    let mut at = name;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (rect, _) = ui.allocate_exact_size(vec2(NUMBER, 24.0), Sense::hover());
        let tokens = ed.cx.tokens;
        paint::text(ui, rect.left_center(), Align2::LEFT_CENTER, &number.to_string(), TypeStyle::Small, tokens.text3);
        name_cell(ui, ed.cx, name, LABEL - NUMBER);
        let width = ui.available_width() - MORE - space::XS;
        at = show(ui, ed, width);
        let words = recipe_words::details(page.title());
        if Button::icon_only(icon::CARET_RIGHT, &words).compact().show(ui).clicked() {
            *open = Some(page);
        }
    });
    ed.refused(ui, at);
}

fn reference_choice(ui: &mut Ui, ed: &mut Editor, width: f32) -> &'static str {
    let now = &ed.recipe.spec.reference;
    let run = ed.cx.derived.ranking().map(|ranking| &ranking.run);
    let taking = run.map_or(0, |run| run.areas.len());
    let of = taking + run.map_or(0, |run| run.left_out.len());
    let all = if taking == 0 {
        words::REFERENCE_ALL.to_owned()
    } else {
        words::ranked_of(taking, of, ed.recipe.spec.areas.level)
    };
    let mut choices = vec![(ReferenceSet::Participating, all)];
    let sets = ed.cx.snapshot.data.area_sets.iter();
    choices.extend(sets.map(|set| (ReferenceSet::AreaSet(set.code.clone()), set.name.clone())));
    if let Some(choice) = combo(words::REFERENCE, width).show(ui, Some(now), &choices) {
        ed.change(words::REFERENCE, |spec| spec.reference = choice);
    }
    words::REFERENCE
}

fn combo(name: &str, width: f32) -> Combo<'_> {
    Combo::new(name).compact().width(width)
}
