//! Numbers inside text that stay bound to the data.
//!
//! Text of a Handlungsprogramm holds references in square brackets, e.g. `In Marten leben [wert:EW:marten:2025] Menschen.`
//! The window shows them as chips, documents as numbers with a source; nobody types the number itself.
//! Literal brackets are doubled: `[[` and `]]`.

use super::SectionKey;
use std::fmt;
use std::str::FromStr;

/// What a bound number refers to. Areas by key (level Sozialraum unless a level code precedes: `stadt/dortmund`),
/// indicators by code, periods by label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BindingRef {
    /// `wert:INDICATOR:AREA:PERIOD`: a value with its unit.
    Value {
        /// Indicator code.
        indicator: String,
        /// Area key.
        area: String,
        /// Period label.
        period: String,
    },
    /// `diff:INDICATOR:AREA:FROM:TO`: a change in points, without sign.
    Change {
        /// Indicator code.
        indicator: String,
        /// Area key.
        area: String,
        /// Earlier period label.
        from: String,
        /// Later period label.
        to: String,
    },
    /// `platz:INDICATOR:AREA:PERIOD`: the place of the area among those taking part, 1 = greatest need.
    Place {
        /// Indicator code.
        indicator: String,
        /// Area key.
        area: String,
        /// Period label.
        period: String,
    },
    /// `rang:AREA`: the rank in the project's ranking.
    Rank {
        /// Area key.
        area: String,
    },
    /// `spanne:AREA`: the rank interval, `4 bis 6`.
    RankInterval {
        /// Area key.
        area: String,
    },
    /// `index:AREA`: the index value.
    Index {
        /// Area key.
        area: String,
    },
    /// `gewertet`: the number of areas taking part in the ranking.
    Participants,
    /// `auswahl`: how many of the first places of the ranking make up the choice.
    TopPlaces,
    /// `belasteter:AREA`: how many of the recipe's indicators are worse than the city, `7 von 8`.
    BurdenCount {
        /// Area key.
        area: String,
    },
    /// `belasteter:AREA:SECTION`: the same among the indicators that a section describes.
    BurdenInSection {
        /// Area key.
        area: String,
        /// The section of the Handlungsprogramm.
        section: SectionKey,
    },
    /// `kosten:AREA`: total cost of the measures of the area's programme.
    Costs {
        /// Area key.
        area: String,
    },
}

/// A reference that is none: shown in place with its text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown reference [{0}]")]
pub struct BindingParseError(pub String);

impl fmt::Display for BindingRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<&str> = match self {
            BindingRef::Value { indicator, area, period } => vec!["wert", indicator, area, period],
            BindingRef::Change { indicator, area, from, to } => vec!["diff", indicator, area, from, to],
            BindingRef::Place { indicator, area, period } => vec!["platz", indicator, area, period],
            BindingRef::Rank { area } => vec!["rang", area],
            BindingRef::RankInterval { area } => vec!["spanne", area],
            BindingRef::Index { area } => vec!["index", area],
            BindingRef::Participants => vec!["gewertet"],
            BindingRef::TopPlaces => vec!["auswahl"],
            BindingRef::BurdenCount { area } => vec!["belasteter", area],
            BindingRef::BurdenInSection { area, section } => vec!["belasteter", area, section.code()],
            BindingRef::Costs { area } => vec!["kosten", area],
        };
        let escaped: Vec<String> = parts.into_iter().map(escape).collect();
        f.write_str(&escaped.join(":"))
    }
}

impl FromStr for BindingRef {
    type Err = BindingParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<String> = text.split(':').map(unescape).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let own = |part: &str| part.to_owned();
        Ok(match parts.as_slice() {
            ["wert", indicator, area, period] => {
                BindingRef::Value { indicator: own(indicator), area: own(area), period: own(period) }
            }
            ["diff", indicator, area, from, to] => {
                BindingRef::Change { indicator: own(indicator), area: own(area), from: own(from), to: own(to) }
            }
            ["platz", indicator, area, period] => {
                BindingRef::Place { indicator: own(indicator), area: own(area), period: own(period) }
            }
            ["rang", area] => BindingRef::Rank { area: own(area) },
            ["spanne", area] => BindingRef::RankInterval { area: own(area) },
            ["index", area] => BindingRef::Index { area: own(area) },
            ["gewertet"] => BindingRef::Participants,
            ["auswahl"] => BindingRef::TopPlaces,
            ["belasteter", area] => BindingRef::BurdenCount { area: own(area) },
            ["belasteter", area, section] => BindingRef::BurdenInSection {
                area: own(area),
                section: SectionKey::from_code(section).ok_or_else(|| BindingParseError(text.to_owned()))?,
            },
            ["kosten", area] => BindingRef::Costs { area: own(area) },
            _ => return Err(BindingParseError(text.to_owned())),
        })
    }
}

fn escape(part: &str) -> String {
    part.replace('%', "%25").replace(':', "%3A").replace('[', "%5B").replace(']', "%5D")
}

fn unescape(part: &str) -> String {
    part.replace("%5D", "]").replace("%5B", "[").replace("%3A", ":").replace("%25", "%")
}

/// A piece of bound text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPiece {
    /// Plain words.
    Words(String),
    /// A bound number.
    Bound(BindingRef),
    /// Brackets that hold no known reference.
    Unknown(String),
}

/// Splits text into words and references.
pub fn text_pieces(text: &str) -> Vec<TextPiece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        words.push_str(&rest[..at]);
        let bracket = &rest[at..=at];
        let after = &rest[at + 1..];
        if after.starts_with(bracket) {
            words.push_str(bracket);
            rest = &after[1..];
        } else if let Some(end) = (bracket == "[").then(|| after.find(']')).flatten() {
            if !words.is_empty() {
                pieces.push(TextPiece::Words(std::mem::take(&mut words)));
            }
            let inner = &after[..end];
            pieces.push(inner.parse().map_or_else(|_| TextPiece::Unknown(inner.to_owned()), TextPiece::Bound));
            rest = &after[end + 1..];
        } else {
            words.push_str(bracket);
            rest = after;
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(TextPiece::Words(words));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_reads_back_as_written() {
        let value = |period: &str| BindingRef::Value {
            indicator: "SGB2".into(),
            area: "eving-kemminghausen".into(),
            period: period.into(),
        };
        for reference in [value("2025"), value("Stand: 31.12.2025 [p]"), BindingRef::Rank { area: "marten".into() }] {
            assert_eq!(reference.to_string().parse(), Ok(reference));
        }
    }

    #[test]
    fn text_splits_into_words_and_references() {
        let pieces = text_pieces("Rang [rang:marten] [[sic]] [quatsch]");
        assert_eq!(
            pieces,
            [
                TextPiece::Words("Rang ".into()),
                TextPiece::Bound(BindingRef::Rank { area: "marten".into() }),
                TextPiece::Words(" [sic] ".into()),
                TextPiece::Unknown("quatsch".into()),
            ]
        );
    }
}
