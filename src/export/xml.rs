//! Text inside XML, whatever the vocabulary.

use std::borrow::Cow;

/// Opening line of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text for elements and attributes: markup escaped, characters that XML forbids left out.
pub(super) fn escape(text: &str) -> String {
    let allowed: Cow<str> = if text.chars().all(is_allowed) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| is_allowed(*c)).collect())
    };
    quick_xml::escape::escape(allowed).into_owned()
}

fn is_allowed(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => c >= ' ',
    }
}
