//! What a failure says to the planner.

/// A message in three parts, and the technical text that comes last and folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Title in a few words: `Der Bericht wurde nicht gespeichert`.
    pub title: String,
    /// Was ist passiert?
    pub happened: String,
    /// Was bedeutet das für Ihre Daten?
    pub meaning: String,
    /// Was können Sie tun?
    pub action: String,
    /// Technical details; empty if there are none.
    pub technical: String,
}

impl Message {
    /// A message without technical details.
    pub fn new(
        title: impl Into<String>,
        happened: impl Into<String>,
        meaning: impl Into<String>,
        action: impl Into<String>,
    ) -> Message {
        Message {
            title: title.into(),
            happened: happened.into(),
            meaning: meaning.into(),
            action: action.into(),
            technical: String::new(),
        }
    }

    /// The same message with technical details.
    #[must_use]
    pub fn with_technical(mut self, technical: impl Into<String>) -> Message {
        self.technical = technical.into();
        self
    }

    /// The three parts as one text for the command line.
    pub fn as_text(&self) -> String {
        let mut lines = vec![self.title.as_str(), self.happened.as_str(), self.meaning.as_str(), self.action.as_str()];
        lines.retain(|line| !line.is_empty());
        let mut text = lines.join("\n");
        if !self.technical.is_empty() {
            text.push_str("\nTechnische Einzelheiten: ");
            text.push_str(&self.technical);
        }
        text
    }
}

/// An error that can be said to a planner. Every error type of the program implements it, variant by variant.
pub trait Explain {
    /// What happened, what it means for the data, what to do.
    fn message(&self) -> Message;
}
