//! Services and organisations as plain tables, to copy and to save. The headings are those that the reading of a stock
//! of services recognises. Persons to contact are left out unless asked for.

use crate::domain::{Akteur, Angebot, AreaId, FundingTerm, Kontaktperson, PlanningData, VorOrt};
use crate::text;
use crate::text::report::site as words;

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteTable {
    /// Headings.
    pub header: Vec<String>,
    /// Rows, one cell per heading.
    pub rows: Vec<Vec<String>>,
    /// Whether any row is invented to show the program.
    pub demonstration: bool,
}

impl SiteTable {
    /// The table as tab-separated text; line breaks and tabs inside a cell become blanks.
    pub fn tab_separated(&self) -> String {
        std::iter::once(&self.header).chain(&self.rows).map(text::clipboard_row).collect::<Vec<_>>().join("\n")
    }
}

/// Whether persons to contact are part of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contacts {
    /// No, as everywhere unless asked for.
    #[default]
    LeaveOut,
    /// Yes, on request.
    Include,
}

/// Services.
pub fn services_table(data: &PlanningData, angebote: &[&Angebot]) -> SiteTable {
    let row = |angebot: &&Angebot| {
        vec![
            angebot.name.clone(),
            areas(data, angebot.area, &angebot.also_in),
            angebot.traeger.clone(),
            text::handlungsfeld_short(angebot.handlungsfeld).to_owned(),
            text::angebot_art(angebot.kind).to_owned(),
            angebot.zielgruppe.clone(),
            angebot.standort.clone(),
            angebot.reach.clone(),
            angebot.umfang.clone(),
            angebot.capacity.map_or_else(String::new, text::count),
            angebot.use_percent.map_or_else(String::new, |percent| text::percent(f64::from(percent), 0)),
            angebot.opening_hours.clone(),
            angebot.funding.clone(),
            funded(angebot.funded),
            angebot.quality.clone(),
            angebot.as_of.map_or_else(String::new, text::date),
        ]
    };
    SiteTable {
        header: words::SERVICES.map(str::to_owned).to_vec(),
        rows: angebote.iter().map(row).collect(),
        demonstration: angebote.iter().any(|angebot| angebot.demonstration),
    }
}

/// Organisations.
pub fn actors_table(data: &PlanningData, site: &VorOrt, akteure: &[&Akteur], contacts: Contacts) -> SiteTable {
    let mut header = words::ACTORS.map(str::to_owned).to_vec();
    match contacts {
        Contacts::LeaveOut => {}
        Contacts::Include => header.push(words::CONTACTS.to_owned()),
    }
    let row = |akteur: &&Akteur| {
        let fields: Vec<&str> = akteur.handlungsfelder.iter().map(|field| text::handlungsfeld_short(*field)).collect();
        let mut cells = vec![
            akteur.name.clone(),
            areas(data, akteur.area, &akteur.also_in),
            text::akteur_role(akteur.role).to_owned(),
            akteur.task.clone(),
            fields.join("; "),
            akteur.contribution.clone(),
            promises(akteur),
            networks(site, akteur),
            akteur.last_contact().map_or_else(String::new, text::date),
            akteur.next_contact.map_or_else(String::new, text::date),
        ];
        match contacts {
            Contacts::LeaveOut => {}
            Contacts::Include => {
                let own = site.kontaktpersonen.iter().filter(|person| person.akteur == akteur.id);
                cells.push(own.map(person).collect::<Vec<_>>().join("; "));
            }
        }
        cells
    };
    let demonstration = akteure.iter().any(|akteur| akteur.demonstration);
    SiteTable { header, rows: akteure.iter().map(row).collect(), demonstration }
}

/// What an organisation promised, with state and dates.
pub(super) fn promises(akteur: &Akteur) -> String {
    akteur.zusagen.iter().map(|one| words::promise(one, one.state)).collect::<Vec<_>>().join("; ")
}

/// The networks of an organisation.
pub(super) fn networks(site: &VorOrt, akteur: &Akteur) -> String {
    let own = site.netzwerke.iter().filter(|network| network.members.contains(&akteur.id));
    own.map(|network| network.name.as_str()).collect::<Vec<_>>().join("; ")
}

fn funded(term: FundingTerm) -> String {
    match term {
        FundingTerm::Unknown => String::new(),
        FundingTerm::Unlimited => words::UNLIMITED.to_owned(),
        FundingTerm::Until(day) => text::date(day),
    }
}

fn person(person: &Kontaktperson) -> String {
    let facts = [&person.function, &person.name, &person.reach];
    facts.into_iter().filter(|fact| !fact.trim().is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

fn areas(data: &PlanningData, first: AreaId, further: &[AreaId]) -> String {
    let names = std::iter::once(&first).chain(further).filter_map(|id| data.area(*id));
    names.map(|area| area.name.as_str()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AkteurId, KontaktpersonId};

    #[test]
    fn persons_to_contact_stay_out_of_the_table_unless_asked_for() {
        let akteur = Akteur { id: AkteurId(1), ..Akteur::new(AreaId(1), "Grundschule") };
        let contact = Kontaktperson {
            id: KontaktpersonId(1),
            akteur: AkteurId(1),
            function: "Schulleitung".into(),
            name: String::new(),
            reach: "0231 5".into(),
            purpose: "Absprachen".into(),
            delete_on: jiff::civil::date(2027, 1, 1),
        };
        let site = VorOrt { kontaktpersonen: vec![contact], ..VorOrt::default() };
        let table = |contacts| actors_table(&PlanningData::default(), &site, &[&akteur], contacts).tab_separated();
        assert!(!table(Contacts::LeaveOut).contains("Schulleitung"));
        assert!(table(Contacts::Include).contains("Schulleitung, 0231 5"));
    }

    #[test]
    fn a_cell_stays_one_cell() {
        let table =
            SiteTable { header: vec!["a".into()], rows: vec![vec!["eins\nzwei\tdrei".into()]], ..SiteTable::default() };
        assert_eq!(table.tab_separated(), "a\neins zwei drei");
    }
}
