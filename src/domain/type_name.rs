//! Names that the planner gave to types of areas.

/// A name for a type of a grouping. Types are found anew from the values, so the name remembers for which values it was
/// given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeName {
    /// The grouping that the type belongs to: level, method, number of types and seed in one word.
    pub grouping: String,
    /// Number of the type in it, from 0, by need.
    pub number: u32,
    /// The name; empty takes it away.
    pub name: String,
    /// Label of the period for which it was given.
    pub period: String,
}
