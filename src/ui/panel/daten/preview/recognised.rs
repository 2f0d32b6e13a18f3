//! What each column holds: the list to choose its role from, and the target it has.

use super::View;
use crate::import::{ColumnRole, ImportDraft, Mapping, Question, QuestionKind, ValuePart};
use crate::text::panel::daten as words;
use crate::ui::PanelCx;
use crate::ui::widget::choice::Combo;
use egui::Ui;

/// The kind of a role, without code and period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Ignore,
    Key,
    Area,
    Indicator,
    Numerator,
    Denominator,
    IndicatorName,
    Value,
    Period,
    Unit,
    Source,
}

impl Kind {
    pub(super) const ALL: [Kind; 11] = [
        Kind::Ignore,
        Kind::Key,
        Kind::Area,
        Kind::Indicator,
        Kind::Numerator,
        Kind::Denominator,
        Kind::Period,
        Kind::IndicatorName,
        Kind::Value,
        Kind::Unit,
        Kind::Source,
    ];

    pub(super) fn of(role: &ColumnRole) -> Kind {
        match role {
            ColumnRole::Ignore => Kind::Ignore,
            ColumnRole::AreaKey => Kind::Key,
            ColumnRole::AreaName => Kind::Area,
            ColumnRole::Indicator { part: ValuePart::Value, .. } => Kind::Indicator,
            ColumnRole::Indicator { part: ValuePart::Numerator, .. } => Kind::Numerator,
            ColumnRole::Indicator { part: ValuePart::Denominator, .. } => Kind::Denominator,
            ColumnRole::IndicatorName => Kind::IndicatorName,
            ColumnRole::Value { .. } => Kind::Value,
            ColumnRole::Period => Kind::Period,
            ColumnRole::Unit => Kind::Unit,
            ColumnRole::Source => Kind::Source,
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Ignore => words::ROLE_IGNORE,
            Kind::Key => words::KEY,
            Kind::Area => words::AREA,
            Kind::Indicator => words::INDICATOR,
            Kind::Numerator => words::ROLE_NUMERATOR,
            Kind::Denominator => words::ROLE_DENOMINATOR,
            Kind::IndicatorName => words::ROLE_INDICATOR_NAME,
            Kind::Value => words::ROLE_VALUE,
            Kind::Period => words::PERIOD,
            Kind::Unit => words::UNIT,
            Kind::Source => words::SOURCE,
        }
    }
}

/// The list that gives a column its role.
pub(super) fn role_combo(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, column: u16, width: f32) {
    let current = Kind::of(view.mapping.role(column));
    let choices: Vec<(Kind, &str)> = Kind::ALL.into_iter().map(|kind| (kind, kind.word())).collect();
    let name = words::role_of_column(&crate::domain::column_letters(column));
    if let Some(kind) = Combo::new(&name).compact().width(width).show(ui, Some(&current), &choices) {
        view.change(cx, |mapping| assign(mapping, view, column, kind));
    }
}

/// Gives a column a role. Key and area are given once: the column that had the role before is no longer read. What was
/// asked about a new column is answered.
pub(super) fn assign(mapping: &mut Mapping, view: &View<'_>, column: u16, kind: Kind) {
    let role = match kind {
        Kind::Ignore => ColumnRole::Ignore,
        Kind::Key => ColumnRole::AreaKey,
        Kind::Area => ColumnRole::AreaName,
        Kind::Indicator => value_role(mapping, view, column, ValuePart::Value),
        Kind::Numerator => value_role(mapping, view, column, ValuePart::Numerator),
        Kind::Denominator => value_role(mapping, view, column, ValuePart::Denominator),
        Kind::IndicatorName => ColumnRole::IndicatorName,
        Kind::Value => ColumnRole::Value { period: None, part: ValuePart::Value },
        Kind::Period => ColumnRole::Period,
        Kind::Unit => ColumnRole::Unit,
        Kind::Source => ColumnRole::Source,
    };
    let single = !matches!(role, ColumnRole::Ignore | ColumnRole::Indicator { .. } | ColumnRole::Value { .. });
    if single {
        mapping.columns.iter_mut().filter(|other| other.role == role).for_each(|other| other.role = ColumnRole::Ignore);
    }
    if let Some(entry) = mapping.columns.get_mut(usize::from(column)) {
        entry.role = role;
        mapping.new_columns.retain(|header| *header != entry.header);
    }
}

/// A part of the indicator that the column had, or of the one that its heading names. Numerator and denominator
/// belong to the indicator of the column before.
fn value_role(mapping: &mut Mapping, view: &View<'_>, column: u16, part: ValuePart) -> ColumnRole {
    if let ColumnRole::Indicator { code, period, .. } = mapping.role(column).clone()
        && part == ValuePart::Value
    {
        return ColumnRole::Indicator { code, period, part };
    }
    let before = (0..column)
        .rev()
        .map(|at| mapping.role(at).clone())
        .find(|role| matches!(role, ColumnRole::Indicator { part: ValuePart::Value, .. }));
    if let (Some(ColumnRole::Indicator { code, period, .. }), true) = (before, part != ValuePart::Value) {
        return ColumnRole::Indicator { code, period, part };
    }
    if view.heading(column).is_empty() {
        let name = words::column_named(&crate::domain::column_letters(column));
        return ColumnRole::Indicator { code: mapping.indicator_named(&name, view.data), period: None, part };
    }
    mapping.read_by_heading(view.table, column, view.data);
    let mut role = mapping.role(column).clone();
    if let ColumnRole::Indicator { part: read, .. } = &mut role {
        *read = part;
    }
    role
}

/// Name and note of what a column goes to.
pub(super) fn target(view: &View<'_>, column: u16) -> (String, String) {
    match view.mapping.role(column) {
        ColumnRole::Ignore => (String::new(), String::new()),
        ColumnRole::AreaKey | ColumnRole::AreaName => {
            let found = view.draft.map_or(0, |draft| draft.areas.iter().filter(|area| area.existing.is_some()).count());
            let new = view.draft.map_or(0, |draft| draft.areas.len() - found);
            let head = Kind::of(view.mapping.role(column)).word().to_owned();
            (head, words::areas_found(found, new, view.draft.map_or(0, asked_areas)))
        }
        ColumnRole::Indicator { code, period, part } => {
            let (period, column) = period_of(view, period.as_deref());
            let part = match part {
                ValuePart::Value => "",
                ValuePart::Numerator => words::ROLE_NUMERATOR,
                ValuePart::Denominator => words::ROLE_DENOMINATOR,
            };
            let new = view.data.indicator_by_code(code).is_none();
            (indicator_name(view, code), words::target_note(period, column.as_deref(), part, new))
        }
        ColumnRole::Value { period, .. } => {
            let (period, column) = period_of(view, period.as_deref());
            (words::ROLE_VALUE.to_owned(), words::target_note(period, column.as_deref(), "", false))
        }
        role @ (ColumnRole::IndicatorName | ColumnRole::Period | ColumnRole::Unit | ColumnRole::Source) => {
            (Kind::of(role).word().to_owned(), String::new())
        }
    }
}

/// Areas about which the planner is asked.
fn asked_areas(draft: &ImportDraft) -> usize {
    let asked = |question: &Question| match &question.kind {
        QuestionKind::UnknownAreas { areas } | QuestionKind::AreasOnOtherLevels { areas } => areas.len(),
        QuestionKind::RowLevels { rows } => rows.len(),
        QuestionKind::AmbiguousAreas { labels } => labels.len(),
        QuestionKind::DecimalMark { .. }
        | QuestionKind::SharesAsFractions { .. }
        | QuestionKind::CellUnit { .. }
        | QuestionKind::RememberedFactor { .. }
        | QuestionKind::Footnotes { .. }
        | QuestionKind::AreaLevel
        | QuestionKind::AreaBlocks { .. }
        | QuestionKind::Period { .. }
        | QuestionKind::NoAreaColumn
        | QuestionKind::NoValueColumn
        | QuestionKind::HeaderChanged { .. }
        | QuestionKind::NilSign { .. }
        | QuestionKind::Subtotals { .. }
        | QuestionKind::UnknownIndicators { .. }
        | QuestionKind::SimilarIndicator { .. }
        | QuestionKind::LongRows { .. }
        | QuestionKind::Duplicates { .. }
        | QuestionKind::NewColumns { .. }
        | QuestionKind::MissingColumns { .. } => 0,
    };
    draft.questions.iter().map(asked).sum()
}

/// The period of a column, and the letter of the column in which rows name theirs: that counts unless the heading of the
/// column itself names one.
fn period_of<'a>(view: &View<'a>, own: Option<&'a str>) -> (Option<&'a str>, Option<String>) {
    let by_row = || view.mapping.column_with(|role| *role == ColumnRole::Period);
    let column = own.is_none().then(by_row).flatten().map(crate::domain::column_letters);
    (own.or(view.mapping.period.as_deref()), column)
}

/// Name of an indicator of the project or of the new cards.
pub(super) fn indicator_name(view: &View<'_>, code: &str) -> String {
    let known = view.data.indicator_by_code(code).map(|card| card.name.clone());
    let new = || view.mapping.new_indicators.iter().find(|card| card.code == code).map(|card| card.name.clone());
    known.or_else(new).unwrap_or_else(|| code.to_owned())
}
