//! Whether a measure is where its plan says.

use crate::domain::{Beschlussstand, Massnahme, Quarter};
use jiff::civil::Date;

/// How a measure stands to its plan today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Implementation {
    /// Completed.
    Completed,
    /// Under way, within its time.
    UnderWay,
    /// Its time has not come.
    NotYetDue,
    /// It has no time.
    Undated,
    /// Its beginning has passed and it is not under way.
    LateStart,
    /// Its end has passed and it is not completed.
    Overrun,
}

impl Implementation {
    /// How the measure stands to its plan.
    pub fn of(massnahme: &Massnahme, today: Date) -> Implementation {
        let now = Quarter::of(today);
        let ended = massnahme.ende.is_some_and(|ende| ende < now);
        let begun = massnahme.beginn.is_some_and(|beginn| beginn < now);
        match massnahme.beschlussstand {
            Beschlussstand::Abgeschlossen => Implementation::Completed,
            Beschlussstand::Laeuft => {
                if ended {
                    Implementation::Overrun
                } else {
                    Implementation::UnderWay
                }
            }
            Beschlussstand::Geplant | Beschlussstand::Abgestimmt | Beschlussstand::Beschlossen => {
                match massnahme.beginn {
                    _ if ended => Implementation::Overrun,
                    None => Implementation::Undated,
                    Some(_) if begun => Implementation::LateStart,
                    Some(_) => Implementation::NotYetDue,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Handlungsfeld, MassnahmeId};
    use jiff::civil::date;

    fn at(beschlussstand: Beschlussstand, from: (i16, u8), to: (i16, u8)) -> Implementation {
        let quarter = |(year, quarter)| Some(Quarter { year, quarter });
        let massnahme = Massnahme {
            beginn: quarter(from),
            ende: quarter(to),
            beschlussstand,
            ..Massnahme::new(MassnahmeId(1), 1, "M", Handlungsfeld::Arbeit)
        };
        Implementation::of(&massnahme, date(2026, 11, 22))
    }

    #[test]
    fn a_measure_is_late_only_once_its_first_quarter_has_passed() {
        assert_eq!(at(Beschlussstand::Beschlossen, (2026, 4), (2027, 4)), Implementation::NotYetDue);
        assert_eq!(at(Beschlussstand::Beschlossen, (2026, 3), (2027, 4)), Implementation::LateStart);
        assert_eq!(at(Beschlussstand::Laeuft, (2026, 3), (2027, 4)), Implementation::UnderWay);
    }

    #[test]
    fn a_measure_past_its_end_is_overrun_until_it_is_completed() {
        assert_eq!(at(Beschlussstand::Laeuft, (2026, 1), (2026, 3)), Implementation::Overrun);
        assert_eq!(at(Beschlussstand::Abgeschlossen, (2026, 1), (2026, 3)), Implementation::Completed);
    }
}
