//! The columns of a table and the headings between its rows.

use egui::{Rect, Ui};

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Width {
    Fixed(f32),
    Flex(f32),
}

/// Where the words of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
    Right,
}

/// Order of a sorted column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Smallest first.
    Ascending,
    /// Greatest first.
    Descending,
}

/// Paints the head of a column, e.g. an axis.
pub(super) type HeadPaint<'a> = Box<dyn Fn(&Ui, Rect) + 'a>;

/// A column of a table.
pub struct Column<'a> {
    title: String,
    unit: String,
    pub(super) width: Width,
    pub(super) align: Align,
    pub(super) sortable: bool,
    pub(super) sort: Option<Sort>,
    pub(super) head: Option<HeadPaint<'a>>,
}

impl<'a> Column<'a> {
    /// A column of words, left.
    pub fn text(title: impl Into<String>) -> Self {
        Self::new(title, Align::Left)
    }

    /// A column of numbers, right.
    pub fn number(title: impl Into<String>) -> Self {
        Self::new(title, Align::Right)
    }

    /// A column of dates or marks, centred.
    pub fn center(title: impl Into<String>) -> Self {
        Self::new(title, Align::Center)
    }

    fn new(title: impl Into<String>, align: Align) -> Self {
        Self {
            title: title.into(),
            unit: String::new(),
            width: Width::Flex(80.0),
            align,
            sortable: false,
            sort: None,
            head: None,
        }
    }

    /// The unit behind the title: `%`, `€`. Screen readers hear it after each number.
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// Exactly this wide.
    pub fn fixed(mut self, width: f32) -> Self {
        self.width = Width::Fixed(width);
        self
    }

    /// At least this wide; columns like this share what is left over.
    pub fn flex(mut self, minimum: f32) -> Self {
        self.width = Width::Flex(minimum);
        self
    }

    /// The head can be clicked; `sort` is the present order of this column, if it is the sorted one.
    pub fn sortable(mut self, sort: Option<Sort>) -> Self {
        self.sortable = true;
        self.sort = sort;
        self
    }

    /// Paints more into the head, below the title's place: an axis, quarters.
    pub fn head(mut self, paint: impl Fn(&Ui, Rect) + 'a) -> Self {
        self.head = Some(Box::new(paint));
        self
    }

    /// A cell as it is heard: what the row is called, title, words and unit.
    pub(super) fn cell_name(&self, row: &str, words: &str) -> String {
        crate::text::panel::widget::cell_name(row, &self.title, words, &self.unit)
    }

    pub(super) fn head_text(&self) -> String {
        crate::text::name_with_unit(&self.title, &self.unit)
    }
}

/// A heading between rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The row that it stands before.
    pub before: usize,
    /// Its words, emphasised.
    pub title: String,
    /// Quiet words after the title.
    pub note: String,
    /// Quiet words at the right edge.
    pub right: String,
    /// The Handlungsfeld whose tile stands before the title.
    pub field: Option<crate::domain::Handlungsfeld>,
}
