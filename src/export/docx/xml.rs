//! Runs and fields of WordprocessingML.

use crate::export::xml::escape;

/// A run of words with properties (`<w:b/>`), empty for none.
pub(super) fn run(text: &str, properties: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let text = escape(text).replace('\u{ad}', "</w:t><w:softHyphen/><w:t xml:space=\"preserve\">");
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
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
