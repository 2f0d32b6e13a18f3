//! The only place that reads the clock. Times enter the project as text, given by whoever runs it.

use std::sync::Arc;

/// Gives the present moment as ISO 8601 with offset, to the second.
pub type Clock = Arc<dyn Fn() -> String + Send + Sync>;

/// The clock of this computer in its time zone.
pub fn system_clock() -> Clock {
    Arc::new(|| jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// A moment that the system knows, as ISO 8601 with the offset of this computer, to the second; none beyond the calendar.
pub fn stamp(time: std::time::SystemTime) -> Option<String> {
    let moment = jiff::Timestamp::try_from(time).ok()?;
    Some(moment.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// Today in the time zone of this computer.
pub fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}
