//! The drawings of a document as pictures, rendered once for all the formats that need them.

use super::error::ExportError;
use super::layout::PIXELS_PER_MM;
use crate::chart;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Pictures by drawing. Keep one while a document is written in several formats.
#[derive(Debug, Default)]
pub struct Pictures {
    rendered: RefCell<BTreeMap<String, Rc<[u8]>>>,
}

impl Pictures {
    /// The PNG of a drawing.
    ///
    /// # Errors
    /// If it cannot be rendered.
    pub(super) fn of(&self, svg: &str) -> Result<Rc<[u8]>, ExportError> {
        if let Some(known) = self.rendered.borrow().get(svg) {
            return Ok(Rc::clone(known));
        }
        let png: Rc<[u8]> = chart::png(svg, PIXELS_PER_MM)?.into();
        self.rendered.borrow_mut().insert(svg.to_owned(), Rc::clone(&png));
        Ok(png)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_rendered_once_however_many_formats_need_it() {
        let svg = "<svg width=\"10\" height=\"10\" xmlns=\"http://www.w3.org/2000/svg\"></svg>";
        let pictures = Pictures::default();
        let first = pictures.of(svg).unwrap();
        assert!(Rc::ptr_eq(&first, &pictures.of(svg).unwrap()));
        assert!(first.starts_with(b"\x89PNG"));
        assert!(pictures.of("kein Bild").is_err());
    }
}
