//! The points of the check as the side panes show them.

use super::Jump;
use crate::domain::SectionKey;
use crate::programme::{Check, CheckKind, Severity};
use crate::text::panel::programm as words;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::check_item::CheckItem;
use crate::ui::widget::icon;
use crate::ui::{Entry, PanelCx, Section};
use egui::Ui;

/// What a point leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Inside(Jump),
    Outside(Section),
    /// An entry of another place.
    Entry(Entry),
}

/// Shows points; returns the way that was chosen inside the programme.
pub(super) fn show<'c>(
    ui: &mut Ui,
    cx: &mut PanelCx,
    checks: impl IntoIterator<Item = &'c Check>,
    inside_measure: bool,
) -> Option<Jump> {
    let mut jump = None;
    for (at, check) in checks.into_iter().enumerate() {
        let begin = check
            .need
            .filter(|_| cx.writable())
            .map(|need| (words::BEGIN_MEASURE, Way::Inside(Jump::BeginMeasure(need))));
        let ways: Vec<(&str, Way)> = begin.into_iter().chain(way(check, inside_measure)).collect();
        let actions: Vec<&str> = ways.iter().map(|(label, _)| *label).collect();
        let (tone, symbol, word) = look(check);
        let item =
            CheckItem { tone, icon: symbol, word, sentence: &check.sentence, actions: &actions, recommend: false };
        // Two points may say the same of two paragraphs; their order is the order of the outline.
        let chosen = ui.push_id((check.kind, check.passage, check.massnahme, at), |ui| item.show(ui)).inner;
        match chosen.and_then(|at| ways.get(at)) {
            Some((_, Way::Inside(inside))) => jump = Some(*inside),
            Some((_, Way::Outside(section))) => cx.outbox.go_to(*section),
            Some((_, Way::Entry(entry))) => cx.open(*entry),
            None => {}
        }
    }
    jump
}

/// The way to where a point is settled; one that leads out of the programme is gone at once.
pub(super) fn follow(check: &Check, cx: &mut PanelCx) -> Option<Jump> {
    match way(check, false)?.1 {
        Way::Inside(inside) => Some(inside),
        Way::Outside(section) => {
            cx.outbox.go_to(section);
            None
        }
        Way::Entry(entry) => {
            cx.open(entry);
            None
        }
    }
}

fn way(check: &Check, inside_measure: bool) -> Option<(&'static str, Way)> {
    let to_section = |label| check.section.map(|section| (label, Way::Inside(Jump::Section(section))));
    let to_passage = |label| match check.passage.zip(check.section) {
        Some((passage, section)) => Some((label, Way::Inside(Jump::Passage(section, passage)))),
        None => to_section(label),
    };
    let to_goals = || match check.ziel {
        Some(id) => Some((words::TO_GOAL, Way::Inside(Jump::Goal(id)))),
        None => Some((words::TO_GOALS, Way::Inside(Jump::Goals))),
    };
    let to_measure = || match check.massnahme {
        Some(id) if !inside_measure => Some((words::TO_MEASURE, Way::Inside(Jump::Measure(id)))),
        Some(_) | None => None,
    };
    let to_assessment = || Some((words::TO_ASSESSMENT, Way::Inside(Jump::Assessment)));
    match check.kind {
        CheckKind::StaleValue | CheckKind::ContradictingNumber | CheckKind::OtherArea if check.ziel.is_some() => {
            to_goals()
        }
        CheckKind::StaleValue | CheckKind::ContradictingNumber | CheckKind::OtherArea if check.massnahme.is_some() => {
            to_measure()
        }
        // Words about the rank that stand in no passage of their own are the assessment.
        CheckKind::ContradictingNumber | CheckKind::OtherArea if check.passage.is_none() => to_assessment(),
        CheckKind::HiddenCell if check.passage.is_none() => to_section(words::TO_SECTION),
        CheckKind::StaleValue
        | CheckKind::HiddenCell
        | CheckKind::ContradictingNumber
        | CheckKind::UnknownReference
        | CheckKind::StaleWording
        | CheckKind::OtherArea
        | CheckKind::TypedNumber => to_passage(words::TO_PASSAGE),
        CheckKind::NeedWithoutMeasure => Some((words::TO_MEASURES, Way::Inside(Jump::Measures))),
        CheckKind::NeedUnanswered | CheckKind::ServiceEnds => Some((words::TO_SERVICES, Way::Outside(Section::VorOrt))),
        CheckKind::GoalIncomplete | CheckKind::GoalStructure => to_goals(),
        CheckKind::Money if check.massnahme.is_none() => Some((words::TO_PLAN, Way::Inside(Jump::Plan))),
        CheckKind::DecisionState if check.massnahme.is_none() => {
            Some((words::TO_MEASURES, Way::Inside(Jump::Measures)))
        }
        CheckKind::Money
        | CheckKind::DecisionState
        | CheckKind::MeasureIncomplete
        | CheckKind::Time
        | CheckKind::Priority
        | CheckKind::SimilarService => to_measure(),
        CheckKind::MissingSource => match (check.aussage, check.import) {
            (Some(id), _) => Some((words::TO_SOURCE, Way::Entry(Entry::Aussagequelle(id)))),
            (None, Some(id)) => Some((words::TO_SOURCE, Way::Entry(Entry::Importquelle(id)))),
            (None, None) => Some((words::TO_DATA, Way::Outside(Section::Daten))),
        },
        CheckKind::MissingAssessment => to_assessment(),
        CheckKind::NoRanking => Some((words::TO_RANKING, Way::Outside(Section::Bedarf))),
        CheckKind::EmptySection => to_section(words::TO_SECTION),
        CheckKind::OfficeIncomplete => Some((words::TO_OFFICE, Way::Entry(Entry::Aktionsbuero))),
        CheckKind::NoParticipation | CheckKind::UnansweredContradiction => match check.aussage {
            Some(id) => Some((words::TO_STATEMENT, Way::Entry(Entry::Aussage(id)))),
            None => Some((words::TO_SITE, Way::Outside(Section::VorOrt))),
        },
        CheckKind::Unnamed if check.ziel.is_some() => to_goals(),
        CheckKind::Unnamed if check.massnahme.is_some() => to_measure(),
        CheckKind::Unnamed => match (check.aussage, check.section) {
            (Some(id), _) => Some((words::TO_STATEMENT, Way::Entry(Entry::Aussage(id)))),
            (None, Some(SectionKey::Aktionsbuero)) => Some((words::TO_OFFICE, Way::Entry(Entry::Aktionsbuero))),
            (None, Some(SectionKey::Steuerung)) => Some((words::TO_PROCEDURE, Way::Outside(Section::Verfahren))),
            (None, _) => Some((words::TO_SITE, Way::Outside(Section::VorOrt))),
        },
        CheckKind::Demonstration => None,
    }
}

fn look(check: &Check) -> (Tone, &'static str, &'static str) {
    let tone = match check.severity {
        Severity::Error => Tone::Err,
        Severity::Warning => Tone::Warn,
        Severity::Info => Tone::Info,
    };
    use words::check as word;
    match check.kind {
        CheckKind::StaleValue => (Tone::Warn, icon::CLOCK_COUNTER_CLOCKWISE, word::STALE),
        CheckKind::UnknownReference => (tone, icon::WARNING_CIRCLE, word::UNKNOWN),
        CheckKind::StaleWording => (tone, icon::CLOCK_COUNTER_CLOCKWISE, word::WORDING),
        CheckKind::NeedWithoutMeasure => (tone, icon::WARNING, word::NEED),
        CheckKind::NeedUnanswered => (tone, icon::WARNING, word::NEED_UNANSWERED),
        CheckKind::ServiceEnds => (tone, icon::CALENDAR_BLANK, word::SERVICE_ENDS),
        CheckKind::GoalIncomplete => (tone, icon::TARGET, word::GOAL),
        CheckKind::Money => (tone, icon::CURRENCY_EUR, word::MONEY),
        CheckKind::MeasureIncomplete => (tone, icon::CIRCLE_DASHED, word::MEASURE),
        CheckKind::Time => (tone, icon::CALENDAR_BLANK, word::TIME),
        CheckKind::SimilarService => (Tone::Err, icon::INTERSECT, word::OVERLAP),
        CheckKind::OtherArea => (tone, icon::QUOTES, word::AREA),
        CheckKind::TypedNumber => (tone, icon::HASH, word::NUMBER),
        CheckKind::ContradictingNumber => (tone, icon::HASH, word::CONTRADICTING),
        CheckKind::HiddenCell => (tone, icon::EYE_SLASH, word::HIDDEN),
        CheckKind::GoalStructure => (tone, icon::TARGET, word::STRUCTURE),
        CheckKind::Priority => (tone, icon::SCALES, word::PRIORITY),
        CheckKind::MissingSource => (tone, icon::DATABASE, word::SOURCE),
        CheckKind::MissingAssessment => (tone, icon::USER, word::ASSESSMENT),
        CheckKind::Demonstration => (tone, icon::FLASK, word::DEMONSTRATION),
        CheckKind::NoRanking => (tone, icon::RANKING, word::RANKING),
        CheckKind::EmptySection => (tone, icon::CIRCLE_DASHED, word::EMPTY),
        CheckKind::NoParticipation => (tone, icon::USERS_THREE, word::PARTICIPATION),
        CheckKind::UnansweredContradiction => (tone, icon::ARROWS_LEFT_RIGHT, word::UNANSWERED),
        CheckKind::OfficeIncomplete => (tone, icon::BUILDINGS, word::OFFICE),
        CheckKind::Unnamed => (tone, icon::TAG, word::UNNAMED),
        CheckKind::DecisionState => (tone, icon::SEAL_CHECK, word::DECISION),
    }
}
