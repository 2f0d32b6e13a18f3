//! Dates as a calendar file (RFC 5545): whole days, no times, no persons.

use jiff::civil::Date;

/// A day in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Stays the same when the file is written again, so that a calendar replaces the entry.
    pub key: String,
    /// The day.
    pub date: Date,
    /// What is shown.
    pub title: String,
    /// More of it.
    pub detail: String,
}

/// The bytes of an `.ics` file. `written_on` stands as the time of writing.
pub fn calendar(entries: &[CalendarEntry], written_on: Date) -> Vec<u8> {
    let mut file = String::new();
    let mut line = |text: &str| fold(text, &mut file);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Aktionsplan//Verfahren//DE");
    line("CALSCALE:GREGORIAN");
    for entry in entries {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@aktionsplan", entry.key));
        line(&format!("DTSTAMP:{}T000000Z", compact(written_on)));
        line(&format!("DTSTART;VALUE=DATE:{}", compact(entry.date)));
        line(&format!("SUMMARY:{}", escaped(&entry.title)));
        if !entry.detail.is_empty() {
            line(&format!("DESCRIPTION:{}", escaped(&entry.detail)));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    file.into_bytes()
}

/// `20261122`
fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Text of a property (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(sign);
            }
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// Adds a line, folded after 75 bytes between characters (section 3.1).
fn fold(text: &str, file: &mut String) {
    const LONGEST: usize = 75;
    let mut length = 0;
    for sign in text.chars() {
        if length + sign.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(sign);
        length += sign.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn written(title: &str) -> String {
        let entry = CalendarEntry {
            key: "wiedervorlage-1".into(),
            date: date(2026, 12, 8),
            title: title.into(),
            detail: String::new(),
        };
        String::from_utf8(calendar(&[entry], date(2026, 11, 22))).unwrap()
    }

    #[test]
    fn a_day_is_a_whole_day() {
        let file = written("Rat");
        assert!(file.contains("DTSTART;VALUE=DATE:20261208\r\n") && file.contains("SUMMARY:Rat\r\n"), "{file}");
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert!(written("A, B; C\\D\nE").contains("SUMMARY:A\\, B\\; C\\\\D\\nE\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let title = "Überschneidung ".repeat(20);
        let file = written(&title);
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{title}")));
    }
}
