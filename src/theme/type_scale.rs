//! The type scale: nine styles, two weights.

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Regular, 400.
    Regular,
    /// SemiBold, 600; its digits are as wide as the regular ones.
    SemiBold,
    /// Italic, only for document text and skipped rows.
    Italic,
}

/// A style of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeStyle {
    /// Title of a view.
    Title,
    /// The one big number of an inspector.
    Figure,
    /// Section of a pane.
    H2,
    /// Subsection.
    H3,
    /// Everything else.
    Body,
    /// Body, emphasised.
    BodyStrong,
    /// Text of a document in the editor.
    Document,
    /// Labels, status bar, badges.
    Small,
    /// Table heads.
    SmallStrong,
    /// Axis labels and units; nothing is smaller.
    Tiny,
}

impl TypeStyle {
    /// Height of the letters in points.
    pub const fn size(self) -> f32 {
        match self {
            TypeStyle::Title => 18.0,
            TypeStyle::Figure => 24.0,
            TypeStyle::H2 => 15.0,
            TypeStyle::H3 | TypeStyle::Body | TypeStyle::BodyStrong => 13.0,
            TypeStyle::Document => 14.0,
            TypeStyle::Small | TypeStyle::SmallStrong => 12.0,
            TypeStyle::Tiny => 11.0,
        }
    }

    /// Distance between lines in points.
    pub const fn line_height(self) -> f32 {
        match self {
            TypeStyle::Title => 24.0,
            TypeStyle::Figure => 30.0,
            TypeStyle::H2 => 20.0,
            TypeStyle::H3 | TypeStyle::Body | TypeStyle::BodyStrong => 18.0,
            TypeStyle::Document => 22.0,
            TypeStyle::Small | TypeStyle::SmallStrong => 16.0,
            TypeStyle::Tiny => 15.0,
        }
    }

    /// Weight of the letters.
    pub const fn weight(self) -> Weight {
        match self {
            TypeStyle::Title
            | TypeStyle::Figure
            | TypeStyle::H2
            | TypeStyle::H3
            | TypeStyle::BodyStrong
            | TypeStyle::SmallStrong => Weight::SemiBold,
            TypeStyle::Body | TypeStyle::Document | TypeStyle::Small | TypeStyle::Tiny => Weight::Regular,
        }
    }
}
