//! Numbers to numbers, pure. The file names are the field's verbs.

mod result;

pub use result::{IndexRun, LeftOut, LeftOutReason, RankIntervals, Ranking, RunNote, SpecError, Stage, StageName};
