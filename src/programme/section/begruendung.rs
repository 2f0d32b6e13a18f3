//! 3.2 Begründung der Auswahl: rank with its span, what lifts it, and the planner's assessment.

use super::super::basis::Basis;
use super::super::findings::{TOP_NEEDS, burden_count, drivers, own_certainty};
use super::super::resolve::area_reference;
use super::bound;
use crate::analysis::{LeftOutReason, RunNote};
use crate::domain::BindingRef;
use crate::text::report;

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    vec![ranking(basis), burden(basis), report::assessment(&basis.programme.assessment)]
}

/// The rank with its span, worded by certainty.
pub(super) fn ranking(basis: &Basis) -> String {
    let (Some(area), Some(ranking)) = (basis.area(), basis.ranking) else { return report::no_ranking() };
    let Some((certainty, membership)) = own_certainty(basis) else { return not_ranked(basis) };
    let key = area_reference(area);
    let mut sentences = vec![
        report::rank_sentence(
            &area.name,
            &bound(&BindingRef::Rank { area: key.clone() }),
            &bound(&BindingRef::RankInterval { area: key }),
            &bound(&BindingRef::Participants),
            certainty,
            membership,
        ),
        report::membership_sentence(membership, &bound(&BindingRef::TopPlaces)),
    ];
    let invented = ranking.run.notes.iter().any(|note| match note {
        RunNote::Demonstration { cells } => *cells > 0,
        RunNote::Constant(_)
        | RunNote::ContextCounted(_)
        | RunNote::IndicatorScreened(_)
        | RunNote::WithoutValue { .. }
        | RunNote::Filled { .. }
        | RunNote::Treated { .. } => false,
    });
    if invented {
        sentences.push(report::ranking_demonstration());
    }
    sentences.join(" ")
}

fn not_ranked(basis: &Basis) -> String {
    let left_out = basis
        .ranking
        .and_then(|ranking| ranking.run.left_out.iter().find(|left_out| left_out.area == basis.programme.area));
    report::not_ranked(&left_out.map_or_else(report::outside_recipe, |left_out| reason(&left_out.reason)))
}

fn reason(reason: &LeftOutReason) -> String {
    match reason {
        LeftOutReason::Decision => report::left_out_decision(),
        LeftOutReason::Population { .. } => report::left_out_population(),
        LeftOutReason::TooFewValues { .. } => report::left_out_values(),
        LeftOutReason::AllZero => report::left_out_zero(),
        LeftOutReason::TooManyZeros { .. } => report::left_out_many_zeros(),
    }
}

fn burden(basis: &Basis) -> String {
    let Some(area) = basis.area() else { return String::new() };
    let mut sentences = Vec::new();
    if burden_count(basis, area.id).is_some() {
        sentences.push(report::burden_sentence(&bound(&BindingRef::BurdenCount { area: area_reference(area) })));
    }
    let names: Vec<String> =
        drivers(basis).iter().take(TOP_NEEDS).map(|indicator| format!("„{}“", indicator.name)).collect();
    if !names.is_empty() {
        sentences.push(report::drivers_sentence(&names));
    }
    sentences.join(" ")
}
