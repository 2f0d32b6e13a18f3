//! Lokale Ökonomie: those on site who give work, train for it, or let rooms. More is not in the data; planners add it.

use super::super::basis::Basis;
use crate::domain::{Akteur, AkteurRole};
use crate::text;
use crate::text::report::{brackets, marked, summary as words};

/// Paragraphs of the section; none where no such actor is recorded.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let items: Vec<String> = basis.own_akteure().filter(|akteur| is_economic(akteur.role)).map(item).collect();
    if items.is_empty() { Vec::new() } else { vec![format!("{}\n{}", words::ECONOMY, items.join("\n"))] }
}

fn is_economic(role: AkteurRole) -> bool {
    match role {
        AkteurRole::LokalerArbeitgeber
        | AkteurRole::Massnahmentraeger
        | AkteurRole::Jobcenter
        | AkteurRole::Wohnungsunternehmen => true,
        AkteurRole::Schule
        | AkteurRole::Kita
        | AkteurRole::Verein
        | AkteurRole::Wohlfahrtsverband
        | AkteurRole::Kirche
        | AkteurRole::Amt
        | AkteurRole::Bewohnergruppe
        | AkteurRole::Politik
        | AkteurRole::Sonstige => false,
    }
}

fn item(akteur: &Akteur) -> String {
    let name = brackets(&marked(&akteur.name, akteur.demonstration));
    words::economic_actor(&name, text::akteur_role(akteur.role), &brackets(&akteur.contribution))
}
