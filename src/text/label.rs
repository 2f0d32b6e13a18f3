//! Labels of project steps: undo menu and history. Also the nouns that labels and error messages share.

/// A thing of the project that a message can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Noun {
    Project,
    Area,
    AreaSet,
    Boundary,
    Indicator,
    Period,
    Import,
    Recipe,
    Programme,
    Passage,
    Ziel,
    Massnahme,
    Szenario,
    Akteur,
    Angebot,
    Kontaktperson,
    Netzwerk,
    Deckung,
    Aussage,
    Veranstaltung,
    Idee,
    Mitwirkung,
    Erfahrung,
    Aktionsbuero,
    Step,
    Durchgang,
    Wiedervorlage,
    Gremium,
    Beschluss,
    Niederschrift,
    Fassung,
    Umsetzungsnotiz,
    Mittelabfluss,
    History,
}

impl Noun {
    /// `Gebiet`
    pub fn word(self) -> &'static str {
        match self {
            Noun::Project => "Projekt",
            Noun::Area => "Gebiet",
            Noun::AreaSet => "Gebietsauswahl",
            Noun::Boundary => "Gebietsgrenze",
            Noun::Indicator => "Indikator",
            Noun::Period => "Zeitraum",
            Noun::Import => "Import",
            Noun::Recipe => "Rezept",
            Noun::Programme => "Handlungsprogramm",
            Noun::Passage => "Absatz",
            Noun::Ziel => "Ziel",
            Noun::Massnahme => "Maßnahme",
            Noun::Szenario => "Szenario",
            Noun::Akteur => "Akteur",
            Noun::Angebot => "Angebot",
            Noun::Kontaktperson => "Kontaktperson",
            Noun::Netzwerk => "Netzwerk",
            Noun::Deckung => "Deckung",
            Noun::Aussage => "Aussage",
            Noun::Veranstaltung => "Veranstaltung",
            Noun::Idee => "Idee",
            Noun::Mitwirkung => "Mitwirkung",
            Noun::Erfahrung => "Erfahrung",
            Noun::Aktionsbuero => "Aktionsbüro",
            Noun::Step => "Verfahrensschritt",
            Noun::Durchgang => "Verfahrensdurchgang",
            Noun::Wiedervorlage => "Wiedervorlage",
            Noun::Gremium => "Gremium",
            Noun::Beschluss => "Beschluss",
            Noun::Niederschrift => "Niederschrift",
            Noun::Fassung => "Fassung",
            Noun::Umsetzungsnotiz => "Umsetzungsnotiz",
            Noun::Mittelabfluss => "Mittelabfluss",
            Noun::History => "Verlaufseintrag",
        }
    }

    /// `Das Gebiet`
    pub fn with_article(self) -> String {
        let article = match self {
            Noun::Project
            | Noun::Area
            | Noun::Recipe
            | Noun::Programme
            | Noun::Ziel
            | Noun::Angebot
            | Noun::Netzwerk
            | Noun::Gremium
            | Noun::Aktionsbuero
            | Noun::Szenario => "Das",
            Noun::AreaSet
            | Noun::Boundary
            | Noun::Massnahme
            | Noun::Kontaktperson
            | Noun::Deckung
            | Noun::Aussage
            | Noun::Wiedervorlage
            | Noun::Niederschrift
            | Noun::Fassung
            | Noun::Umsetzungsnotiz
            | Noun::Veranstaltung
            | Noun::Idee
            | Noun::Mitwirkung
            | Noun::Erfahrung => "Die",
            Noun::Indicator
            | Noun::Period
            | Noun::Import
            | Noun::Passage
            | Noun::Akteur
            | Noun::Step
            | Noun::Durchgang
            | Noun::Beschluss
            | Noun::Mittelabfluss
            | Noun::History => "Der",
        };
        format!("{article} {}", self.word())
    }
}

/// `Gebiet „Hörde“ angelegt`
pub fn added(noun: Noun, name: &str) -> String {
    format!("{} „{}“ angelegt", noun.word(), short(name))
}

/// `Gebiet „Hörde“ geändert`
pub fn changed(noun: Noun, name: &str) -> String {
    format!("{} „{}“ geändert", noun.word(), short(name))
}

/// `Gebiet „Hörde“ entfernt`
pub fn removed(noun: Noun, name: &str) -> String {
    format!("{} „{}“ entfernt", noun.word(), short(name))
}

/// `3 Gebiete angelegt`
pub fn areas_added(names: &[&str]) -> String {
    match names {
        [name] => added(Noun::Area, name),
        _ => format!("{} Gebiete angelegt", names.len()),
    }
}

/// `Projekt angelegt`
pub fn project_created() -> String {
    "Projekt angelegt".to_owned()
}

/// `Projekt in „Aktionsplan 2026“ umbenannt`
pub fn project_renamed(title: &str) -> String {
    format!("Projekt in „{}“ umbenannt", short(title))
}

/// The look of documents.
pub fn template_set() -> String {
    "Dokumentvorlage geändert".to_owned()
}

/// `Typ „Junge Familien“ benannt`
pub fn type_named(name: &str) -> String {
    format!("Typ „{}“ benannt", short(name))
}

/// The name of a type was taken away.
pub fn type_unnamed() -> String {
    "Eigener Name eines Typs entfernt".to_owned()
}

/// `Schreibweise „Hoerde“ für „Hörde“ gemerkt`
pub fn synonym_added(synonym: &str, area: &str) -> String {
    format!("Schreibweise „{}“ für „{}“ gemerkt", short(synonym), short(area))
}

/// `Gebietsgrenzen „Sozialräume.geojson“ eingelesen`
pub fn boundaries_set(file_name: &str) -> String {
    format!("Gebietsgrenzen „{}“ eingelesen", short(file_name))
}

/// What reading boundaries did: `39 Grenzen, 2 Gebiete angelegt`
pub fn boundaries_detail(boundaries: usize, new_areas: usize) -> String {
    let set = if boundaries == 1 { "eine Grenze".to_owned() } else { format!("{boundaries} Grenzen") };
    match new_areas {
        0 => set,
        1 => format!("{set}, ein Gebiet angelegt"),
        _ => format!("{set}, {new_areas} Gebiete angelegt"),
    }
}

/// `Import „Soziale-Lage-2025.xlsx“`
pub fn import_run(file_name: &str) -> String {
    format!("Import „{file_name}“")
}

/// `Import „Soziale-Lage-2025.xlsx“ zurückgezogen`
pub fn import_withdrawn(file_name: &str) -> String {
    format!("Import „{file_name}“ zurückgezogen")
}

/// `Import „Soziale-Lage-2025.xlsx“ gilt wieder`
pub fn import_active(file_name: &str) -> String {
    format!("Import „{file_name}“ gilt wieder")
}

/// `Quellenangabe von „Soziale-Lage-2025.xlsx“ geändert`
pub fn source_note_changed(file_name: &str) -> String {
    format!("Quellenangabe von „{file_name}“ geändert")
}

/// `Rangfolge nach Rezept „Standard“`
pub fn recipe_chosen(name: &str) -> String {
    format!("Rangfolge nach Rezept „{}“", short(name))
}

/// `Handlungsprogramm Hörde: Laufzeit 2026 bis 2029`
pub fn programme_years(area: &str, first: i16, last: i16) -> String {
    format!("Handlungsprogramm {area}: Laufzeit {first} bis {last}")
}

/// `Handlungsprogramm Hörde: Stand „Entwurf“`
pub fn programme_state(area: &str, state: crate::domain::ProgrammeState) -> String {
    format!("Handlungsprogramm {area}: Stand „{}“", super::programme_state(state))
}

/// `Handlungsprogramm Hörde: Einschätzung geändert`
pub fn assessment_changed(area: &str) -> String {
    format!("Handlungsprogramm {area}: Einschätzung geändert")
}

/// `Handlungsprogramm Hörde: 3 Abschnitte entworfen`
pub fn drafted(area: &str, sections: usize) -> String {
    match sections {
        1 => format!("Handlungsprogramm {area}: ein Abschnitt entworfen"),
        _ => format!("Handlungsprogramm {area}: {sections} Abschnitte entworfen"),
    }
}

/// `Handlungsprogramm Hörde: Szenarien geändert`
pub fn szenarien_changed(area: &str) -> String {
    format!("Handlungsprogramm {area}: Szenarien geändert")
}

/// `Dokumente ausgegeben`; which ones stands in the details.
pub fn given_out() -> String {
    "Dokumente ausgegeben".to_owned()
}

/// The rules of money and priority were changed.
pub const PLAN_RULES_CHANGED: &str = "Regeln für Kosten und Prioritäten geändert";

/// `Absatz in Hörde angelegt`
pub fn passage_added(area: &str) -> String {
    format!("Absatz im Handlungsprogramm {area} angelegt")
}

/// `Absatz in Hörde geändert`
pub fn passage_changed(area: &str) -> String {
    format!("Absatz im Handlungsprogramm {area} geändert")
}

/// `Heutige Werte in 3 Absätzen von Hörde übernommen`
pub fn bases_set(area: &str, passages: usize) -> String {
    let text = if passages == 1 { "1 Absatz".to_owned() } else { format!("{passages} Absätzen") };
    format!("Heutige Werte in {text} von {area} übernommen")
}

/// `Werte eines Absatzes in Hörde festgelegt`
pub fn basis_set(area: &str) -> String {
    format!("Werte eines Absatzes im Handlungsprogramm {area} festgelegt")
}

/// `Absatz in Hörde verschoben`
pub fn passage_moved(area: &str) -> String {
    format!("Absatz im Handlungsprogramm {area} verschoben")
}

/// `Absatz in Hörde entfernt`
pub fn passage_removed(area: &str) -> String {
    format!("Absatz im Handlungsprogramm {area} entfernt")
}

/// Title of a measure until the planner gives it one.
pub const NEW_MEASURE: &str = "Neue Maßnahme";

/// `M-05`
pub fn massnahme_number(number: u32) -> String {
    format!("M-{number:02}")
}

/// `Maßnahme M-05 angelegt`
pub fn massnahme_added(number: u32) -> String {
    format!("Maßnahme {} angelegt", massnahme_number(number))
}

/// `Maßnahme M-05 geändert`
pub fn massnahme_changed(number: u32) -> String {
    format!("Maßnahme {} geändert", massnahme_number(number))
}

/// `Maßnahme M-05 entfernt`
pub fn massnahme_removed(number: u32) -> String {
    format!("Maßnahme {} entfernt", massnahme_number(number))
}

/// `Idee wird Maßnahme M-05`
pub fn idee_adopted(number: u32) -> String {
    format!("Idee wird Maßnahme {}", massnahme_number(number))
}

/// `Schritt „Beteiligung vor Ort“ in Hörde: erledigt`
pub fn step_state(step: &str, area: &str, progress: crate::domain::StepProgress) -> String {
    format!("Schritt „{}“ in {area}: {}", short(step), super::step_progress(progress))
}

/// `trotz offener Bedingungen (Finanzierung gedeckt): Zusage liegt mündlich vor`
pub fn closed_despite(gates: &[crate::domain::ProcedureGate], reason: &str) -> String {
    let gates: Vec<&str> = gates.iter().map(|gate| super::procedure_gate(*gate)).collect();
    format!("trotz offener Bedingungen ({}): {}", gates.join(", "), reason.trim())
}

/// `Bestand „Angebote.xlsx“ eingelesen`
pub fn services_imported(file_name: &str) -> String {
    format!("Bestand „{}“ eingelesen", short(file_name))
}

/// What reading a table of services did: `4 Angebote angelegt, 2 geändert`
pub fn services_imported_detail(added: usize, changed: usize) -> String {
    let angebote = if added == 1 { "Angebot" } else { "Angebote" };
    format!("{added} {angebote} angelegt, {changed} geändert")
}

/// `Elterncafé × SGB-II-Quote: deckt`
pub fn coverage_set(service: &str, need: &str, degree: &str) -> String {
    format!("{} × {}: {degree}", short(need), short(service))
}

/// `Elterncafé × SGB-II-Quote: wieder nach Vorschlag`
pub fn coverage_cleared(service: &str, need: &str) -> String {
    format!("{} × {}: wieder nach Vorschlag", short(need), short(service))
}

/// `Begründung zu „SGB-II-Quote“ geändert`
pub fn coverage_reason(need: &str) -> String {
    format!("Begründung zu „{}“ geändert", short(need))
}

/// `Kontaktperson (Schulleitung) von „Grundschule“ angelegt`; persons are never named in the history.
pub fn contact_added(function: &str, akteur: &str) -> String {
    format!("{} angelegt", contact(function, akteur))
}

/// `Kontaktperson (Schulleitung) von „Grundschule“ geändert`
pub fn contact_changed(function: &str, akteur: &str) -> String {
    format!("{} geändert", contact(function, akteur))
}

/// `Kontaktperson (Schulleitung) von „Grundschule“ entfernt`
pub fn contact_removed(function: &str, akteur: &str) -> String {
    format!("{} entfernt", contact(function, akteur))
}

fn contact(function: &str, akteur: &str) -> String {
    format!("Kontaktperson ({}) von „{}“", short(function), short(akteur))
}

/// `3 Kontaktpersonen nach Ablauf der Frist gelöscht`
pub fn contacts_deleted(number: usize) -> String {
    let persons = if number == 1 { "Kontaktperson" } else { "Kontaktpersonen" };
    format!("{number} {persons} nach Ablauf der Frist gelöscht")
}

/// `Wiedervorlage „Träger anfragen“ erledigt`
pub fn done(text: &str) -> String {
    format!("Wiedervorlage „{}“ erledigt", short(text))
}

/// `Wiedervorlage „Träger anfragen“ wieder offen`
pub fn open_again(text: &str) -> String {
    format!("Wiedervorlage „{}“ wieder offen", short(text))
}

/// `Beschluss „Handlungsprogramm Hörde“: geändert beschlossen`
pub fn decided(title: &str, ergebnis: crate::domain::BeschlussErgebnis) -> String {
    format!("Beschluss „{}“: {}", short(title), super::beschluss_ergebnis(ergebnis))
}

/// `Fassung vom 22.11.2026 im Handlungsprogramm Hörde festgehalten`
pub fn version_kept(area: &str, day: jiff::civil::Date) -> String {
    format!("Fassung vom {} im Handlungsprogramm {area} festgehalten", super::date(day))
}

/// `Fassung vom 22.11.2026 im Handlungsprogramm Hörde entfernt`
pub fn version_removed(area: &str, day: jiff::civil::Date) -> String {
    format!("Fassung vom {} im Handlungsprogramm {area} entfernt", super::date(day))
}

/// `Umsetzungsnotiz zu M-05 angelegt`
pub fn note_of(number: u32) -> String {
    format!("Umsetzungsnotiz zu {} angelegt", massnahme_number(number))
}

/// `Umsetzungsnotiz zu M-05 geändert`
pub fn note_changed(number: u32) -> String {
    format!("Umsetzungsnotiz zu {} geändert", massnahme_number(number))
}

/// `Umsetzungsnotiz zu M-05 entfernt`
pub fn note_removed(number: u32) -> String {
    format!("Umsetzungsnotiz zu {} entfernt", massnahme_number(number))
}

/// `Mittelabfluss 1.200 € zu M-05 eingetragen`
pub fn spent(number: u32, amount: crate::domain::Euro) -> String {
    format!("Mittelabfluss {} zu {} eingetragen", super::euro(amount), massnahme_number(number))
}

/// `Mittelabfluss zu M-05 geändert`
pub fn spending_changed(number: u32) -> String {
    format!("Mittelabfluss zu {} geändert", massnahme_number(number))
}

/// `Mittelabfluss zu M-05 entfernt`
pub fn spending_removed(number: u32) -> String {
    format!("Mittelabfluss zu {} entfernt", massnahme_number(number))
}

/// `Rückgängig: Maßnahme M-05 angelegt`
pub fn undone(label: &str) -> String {
    format!("Rückgängig: {label}")
}

/// `Wiederhergestellt: Maßnahme M-05 angelegt`
pub fn redone(label: &str) -> String {
    format!("Wiederhergestellt: {label}")
}

/// A name that fits a menu.
fn short(name: &str) -> String {
    const LONGEST: usize = 60;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let start: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_as_the_undo_menu_shows_them() {
        assert_eq!(import_run("Soziale-Lage-2025.xlsx"), "Import „Soziale-Lage-2025.xlsx“");
        assert_eq!(massnahme_added(5), "Maßnahme M-05 angelegt");
        assert_eq!(undone(&removed(Noun::Area, "Hörde")), "Rückgängig: Gebiet „Hörde“ entfernt");
    }
}
