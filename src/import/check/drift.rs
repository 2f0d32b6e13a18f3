//! The headings of a file beside those its mapping was made for: new, missing, renamed.

use super::super::mapping::{ColumnRole, Mapping};

/// In what the headings of a file differ from those its mapping was made for. Nothing is imported before it is settled:
/// see [`Mapping::settle_drift`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Headings that came. Their columns are not read unless they get a role.
    pub new: Vec<String>,
    /// Headings that were read and are gone.
    pub missing: Vec<String>,
    /// Headings that stand where another was expected, perhaps the same content under another name.
    pub renamed: Vec<RenamedColumn>,
}

/// A column whose heading is another than expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenamedColumn {
    /// The column of the file.
    pub column: u16,
    /// The heading for which the mapping was made.
    pub was: String,
    /// The heading in the file.
    pub now: String,
}

impl Drift {
    /// The comparison of a mapping with the headings found.
    pub(in crate::import) fn of<'a>(mapping: &Mapping, heading: impl Fn(u16) -> &'a str) -> Drift {
        let renamed = mapping.columns.iter().enumerate().filter_map(|(at, column)| {
            let at = u16::try_from(at).ok()?;
            let now = heading(at);
            (column.role != ColumnRole::Ignore && column.header != now).then(|| RenamedColumn {
                column: at,
                was: column.header.clone(),
                now: now.to_owned(),
            })
        });
        Drift { new: mapping.new_columns.clone(), missing: mapping.missing_columns.clone(), renamed: renamed.collect() }
    }

    /// Whether the headings are those that the mapping was made for.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.missing.is_empty() && self.renamed.is_empty()
    }
}

impl Mapping {
    /// Settles a comparison as a whole: renamed columns hold what they held, new ones keep the role that they have,
    /// missing ones are gone.
    pub fn settle_drift(&mut self, drift: &Drift) {
        self.new_columns.clear();
        self.missing_columns.clear();
        for renamed in &drift.renamed {
            if let Some(column) = self.columns.get_mut(usize::from(renamed.column)) {
                column.header.clone_from(&renamed.now);
            }
        }
    }
}
