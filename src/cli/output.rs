//! What a command has to say: text for people, an object for machines, refusals.

use crate::text::{Explain, Message};
use serde_json::{Value, json};
use std::io::Write;

/// What a command brought about.
#[derive(Debug)]
pub(super) struct Report {
    /// For people.
    pub text: String,
    /// For machines: the fields of one object.
    pub json: Value,
}

impl Report {
    /// A report with its fields for machines.
    pub fn new(text: impl Into<String>, json: Value) -> Report {
        Report { text: text.into(), json }
    }

    /// The object on one line.
    pub fn json_text(&self) -> String {
        with_success(true, &self.json)
    }
}

/// Why a command was not carried out.
#[derive(Debug)]
pub(super) enum Failure {
    /// Refused or failed; nothing was changed.
    Refused(Box<Refused>),
    /// Something that the arguments alone do not show to be wrong; German text.
    Usage(String),
    /// A worker of the program was lost.
    Internal,
}

/// A refusal.
#[derive(Debug)]
pub(super) struct Refused {
    /// The three parts.
    pub message: Message,
    /// What a machine can use beside them.
    pub details: Value,
}

impl Refused {
    /// The object on one line.
    pub fn json_text(&self) -> String {
        let message = json!({
            "title": self.message.title,
            "happened": self.message.happened,
            "meaning": self.message.meaning,
            "action": self.message.action,
            "technical": self.message.technical,
        });
        with_success(false, &json!({ "error": message, "details": self.details }))
    }
}

impl Failure {
    /// A refusal with details for machines.
    pub fn with_details(message: Message, details: Value) -> Failure {
        Failure::Refused(Box::new(Refused { message, details }))
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Failure::with_details(message, Value::Null)
    }
}

impl<E: Explain> From<E> for Failure {
    fn from(error: E) -> Self {
        error.message().into()
    }
}

fn with_success(ok: bool, fields: &Value) -> String {
    let mut object = json!({ "ok": ok });
    if let (Some(object), Some(fields)) = (object.as_object_mut(), fields.as_object()) {
        object.extend(fields.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    object.to_string()
}

/// Writes to standard output, ending the line. A reader that went away has had enough.
pub(super) fn print(text: &str) {
    let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
    let mut out = std::io::stdout().lock();
    if let Err(error) = write!(out, "{text}{end}").and_then(|()| out.flush()) {
        log::warn!("{}", crate::text::cli::output_closed(&error.to_string()));
    }
}

/// Writes a line to standard error.
pub(super) fn say(text: &str) {
    let written = writeln!(std::io::stderr().lock(), "{text}");
    // There is no other place to say that standard error is closed.
    drop(written);
}
