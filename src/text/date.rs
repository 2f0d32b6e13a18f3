//! Dates as TT.MM.JJJJ.

use jiff::civil::Date;

/// `22.11.2026`
pub fn date(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// `02.12.`
pub fn day_month(date: Date) -> String {
    format!("{:02}.{:02}.", date.day(), date.month())
}

/// `12.26`
pub fn month_year(date: Date) -> String {
    format!("{:02}.{:02}", date.month(), date.year().rem_euclid(100))
}

/// `18.11.2026, 09:41 Uhr` from an ISO 8601 time stamp; the stamp itself where it is none.
pub fn date_time(stamp: &str) -> String {
    let civil: Option<jiff::civil::DateTime> = stamp.get(..19).and_then(|local| local.parse().ok());
    civil.map_or_else(|| stamp.to_owned(), |at| format!("{}, {:02}:{:02} Uhr", date(at.date()), at.hour(), at.minute()))
}

/// `18.11.2026` from an ISO 8601 time stamp; the stamp itself where it is none.
pub fn date_of(stamp: &str) -> String {
    let civil: Option<Date> = stamp.get(..10).and_then(|day| day.parse().ok());
    civil.map_or_else(|| stamp.to_owned(), date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_stamp_reads_as_a_german_time() {
        assert_eq!(date_time("2026-11-18T09:41:07+01:00"), "18.11.2026, 09:41 Uhr");
        assert_eq!(date_time("gestern"), "gestern");
        assert_eq!(date_of("2026-11-18T09:41:07+01:00"), "18.11.2026");
        assert_eq!(date_of("gestern"), "gestern");
    }
}
