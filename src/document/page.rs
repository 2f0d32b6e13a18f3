//! How a page of a document looks in print.

use std::fmt;

/// A page as pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Red, green, blue, opacity of each pixel, row by row; colours are multiplied with the opacity.
    pub rgba: Vec<u8>,
}

impl fmt::Debug for PagePicture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PagePicture({} × {})", self.width, self.height)
    }
}
