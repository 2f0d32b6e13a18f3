//! Where long German words may be parted in the head of a narrow column.

/// Second parts of compounds that names of services end with.
const ENDS: [&str; 40] = [
    "angebot",
    "arbeit",
    "beratung",
    "begegnung",
    "begleitung",
    "betreuung",
    "büro",
    "bildung",
    "café",
    "dialog",
    "fest",
    "förderung",
    "frühstück",
    "garten",
    "gruppe",
    "haus",
    "hilfe",
    "initiative",
    "kurs",
    "kurse",
    "kümmerer",
    "laden",
    "lotsen",
    "mobil",
    "paten",
    "programm",
    "projekt",
    "schule",
    "sprechstunde",
    "stelle",
    "tafel",
    "tisch",
    "training",
    "treff",
    "treffpunkt",
    "verein",
    "werkstatt",
    "zeit",
    "zentrale",
    "zentrum",
];
/// Both parts have at least so many letters.
const SHORTEST: usize = 4;

/// The byte at which a compound may be parted by a hyphen: `Hausaufgaben-hilfe`. None where no joint is known.
pub fn joint(word: &str) -> Option<usize> {
    let fits = |end: &&&str| word.ends_with(**end) && word.chars().count() >= end.chars().count() + SHORTEST;
    ENDS.iter().filter(fits).map(|end| word.len() - end.len()).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_parted_before_its_last_word() {
        let parted = |word: &str| joint(word).map(|at| format!("{}-{}", &word[..at], &word[at..]));
        assert_eq!(parted("Hausaufgabenhilfe").as_deref(), Some("Hausaufgaben-hilfe"));
        assert_eq!(parted("Familienzentrum").as_deref(), Some("Familien-zentrum"));
        assert_eq!(parted("Elterntreffpunkt").as_deref(), Some("Eltern-treffpunkt"));
        assert_eq!(parted("Café"), None);
        assert_eq!(parted("Schulung"), None);
    }
}
