//! The pages of a document as pictures, before anything is written: the same typesetting as the PDF.

use super::typeset;
use crate::document::{Document, PagePicture};
use crate::export::error::ExportError;
use typst::foundations::NativeElement;
use typst::introspection::Introspector;
use typst::model::HeadingElem;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// A document set on pages.
pub struct Pages {
    set: PagedDocument,
    headings: Vec<usize>,
}

impl Pages {
    /// Sets a document on pages.
    ///
    /// # Errors
    /// If the document cannot be typeset.
    pub fn of(document: &Document) -> Result<Pages, ExportError> {
        let set = typeset(document)?;
        let found = set.introspector().query(&HeadingElem::ELEM.select());
        // The heading of the table of contents is on no list of contents itself.
        let page = |heading: &typst::foundations::Content| {
            let own = heading.to_packed::<HeadingElem>()?.outlined.get(typst::foundations::StyleChain::default());
            let at = set.introspector().page(heading.location()?)?.get();
            own.then_some(at.saturating_sub(1))
        };
        let headings = found.iter().filter_map(page).collect();
        Ok(Pages { set, headings })
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.set.pages().len()
    }

    /// The page of each heading of the document in order, from 0.
    pub fn headings(&self) -> &[usize] {
        &self.headings
    }

    /// A page, counted from 0, so many pixels wide; none if there is no such page.
    pub fn picture(&self, page: usize, width: u32) -> Option<PagePicture> {
        let page = self.set.pages().get(page)?;
        let points = page.frame.width().to_pt().max(1.0);
        let pixel_per_pt = Scalar::new(f64::from(width.max(1)) / points);
        let drawn = typst_render::render(page, &RenderOptions { pixel_per_pt, render_bleed: false });
        let (width, height) = (drawn.width() as usize, drawn.height() as usize);
        Some(PagePicture { width, height, rgba: drawn.take() })
    }
}
