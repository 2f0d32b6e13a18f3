//! shim
/// x
#[derive(Clone, Debug)]
pub struct Source;
/// x
#[derive(Clone, Debug)]
pub struct Mapping;
/// x
#[derive(Clone, Debug)]
pub struct Proposal {
    /** x */
    pub mapping: Mapping,
}
/// x
#[derive(Clone, Debug)]
pub struct ImportDraft;
