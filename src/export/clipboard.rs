//! Tables for the clipboard as HTML, so that a word processor gets tables and not words between tabs.

use crate::text::{is_number, report};
use std::fmt::Write as _;

/// Copied text as HTML: lines with tabs become tables whose first line is the head, the other lines paragraphs. None
/// where the text holds no table. Numbers stand at the right; other cells with digits are marked as words, so that a
/// spreadsheet makes no date of `3/4`.
pub fn clipboard_html(text: &str) -> Option<String> {
    if !text.contains('\t') {
        return None;
    }
    let mut html = "<meta charset=\"utf-8\"><div lang=\"de\">".to_owned();
    let mut lines = text.lines().map(str::trim_end).peekable();
    let mut first = true;
    while let Some(line) = lines.next() {
        if line.contains('\t') {
            let mut rows = vec![line];
            while let Some(row) = lines.next_if(|row| row.contains('\t')) {
                rows.push(row);
            }
            table(&mut html, &rows);
        } else if !line.is_empty() {
            let words = report::escaped(line);
            // What stands before the first table is its title.
            let line = if first { format!("<p><b>{words}</b></p>") } else { format!("<p>{words}</p>") };
            html.push_str(&line);
        }
        first = false;
    }
    html.push_str("</div>");
    Some(html)
}

fn table(html: &mut String, rows: &[&str]) {
    html.push_str("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" style=\"border-collapse:collapse\">");
    let columns = rows.iter().map(|row| row.split('\t').count()).max().unwrap_or(0);
    for (at, row) in rows.iter().enumerate() {
        let tag = if at == 0 { "th" } else { "td" };
        html.push_str(if at == 0 { "<thead><tr>" } else { "<tr>" });
        let cells = row.split('\t').chain(std::iter::repeat("")).take(columns);
        for cell in cells {
            let look = match () {
                () if at == 0 => " align=\"left\"",
                () if is_number(cell) => " align=\"right\"",
                () if cell.contains(|letter: char| letter.is_ascii_digit()) => " style=\"mso-number-format:'\\@'\"",
                () => "",
            };
            // Writing to a string cannot fail.
            let _ = write!(html, "<{tag}{look}>{}</{tag}>", report::escaped(cell));
        }
        html.push_str(if at == 0 { "</tr></thead><tbody>" } else { "</tr>" });
    }
    html.push_str("</tbody></table>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_table_is_a_table_with_its_title_and_notes() {
        let html =
            clipboard_html("Vergleich\nGebiet\tRate (%)\nMarten\t-13,6\nNette & City\t4–6\n\nQuelle: a.csv").unwrap();
        assert!(html.contains("<p><b>Vergleich</b></p><table"), "{html}");
        assert!(
            html.contains("<thead><tr><th align=\"left\">Gebiet</th><th align=\"left\">Rate (%)</th></tr></thead>")
        );
        assert!(html.contains("<td>Marten</td><td align=\"right\">-13,6</td>"), "{html}");
        assert!(html.contains("<td>Nette &amp; City</td><td style=\"mso-number-format:'\\@'\">4–6</td>"), "{html}");
        assert!(html.ends_with("</table><p>Quelle: a.csv</p></div>"), "{html}");
    }

    #[test]
    fn a_sentence_needs_no_html() {
        assert_eq!(clipboard_html("Bei 7 von 8 Indikatoren belasteter."), None);
    }
}
