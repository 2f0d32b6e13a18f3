//! Text inside XML.

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

/// A run of words with properties (`<w:b/>`), empty for none.
pub(super) fn run(text: &str, properties: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

/// A field that shows `shown` until it is updated.
pub(super) fn field(instruction: &str, shown: &str, properties: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let mark = |kind: &str| format!("<w:r>{properties}<w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r>{properties}<w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>{}<w:r>{properties}<w:t>{}</w:t></w:r>{}",
        mark("begin"),
        escape(instruction),
        mark("separate"),
        escape(shown),
        mark("end")
    )
}
