//! A small CPU rasteriser over egui's triangles: panels become pictures without display or GPU.

use egui::epaint::{Primitive, Vertex};
use egui::{Color32, Context, FullOutput, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The textures of a context, kept up to date by the harness.
#[derive(Clone, Default)]
pub struct Textures(Rc<RefCell<HashMap<TextureId, Texture>>>);

#[derive(Clone, Default)]
struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
}

impl TestRenderer for Textures {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.apply(std::mem::take(delta));
    }
}

impl Textures {
    fn apply(&self, mut delta: TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        for (id, changes) in &delta.set {
            for change in changes {
                let egui::ImageData::Color(image) = &change.image;
                let Some([left, top]) = change.pos else {
                    textures.insert(*id, Texture { size: image.size, pixels: image.pixels.clone() });
                    continue;
                };
                let texture = textures.entry(*id).or_default();
                for (row, line) in image.pixels.chunks(image.size[0]).enumerate() {
                    let start = (top + row) * texture.size[0] + left;
                    texture.pixels[start..start + line.len()].copy_from_slice(line);
                }
            }
        }
        for id in &delta.free {
            textures.remove(id);
        }
        delta.clear();
    }

    /// Paints the shapes of a frame.
    pub fn picture(&self, ctx: &Context, output: &FullOutput) -> Pixmap {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        let textures = self.0.borrow();
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else { continue };
            let Some(texture) = textures.get(&mesh.texture_id) else { continue };
            let clip = clipped.clip_rect * scale;
            let clip = [clip.min.x, clip.min.y, clip.max.x, clip.max.y].map(f32::round);
            for triangle in mesh.indices.chunks_exact(3) {
                let corner = |at: usize| mesh.vertices[triangle[at] as usize];
                canvas.triangle([corner(0), corner(1), corner(2)], scale, clip, texture);
            }
        }
        canvas.into_pixmap()
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 3]>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0.0; 3]; width * height] }
    }

    fn triangle(&mut self, corners: [Vertex; 3], scale: f32, clip: [f32; 4], texture: &Texture) {
        let [a, b, c] = corners.map(|vertex| (vertex.pos.x * scale, vertex.pos.y * scale));
        let area = (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
        if area.abs() < 1e-6 {
            return;
        }
        let low = |values: [f32; 3], edge: f32| values.into_iter().fold(f32::MAX, f32::min).floor().max(edge).max(0.0);
        let high = |values: [f32; 3], edge: f32, end: usize| {
            values.into_iter().fold(f32::MIN, f32::max).ceil().min(edge).min(end as f32)
        };
        let columns =
            low([a.0, b.0, c.0], clip[0]) as usize..high([a.0, b.0, c.0], clip[2], self.width).max(0.0) as usize;
        let rows =
            low([a.1, b.1, c.1], clip[1]) as usize..high([a.1, b.1, c.1], clip[3], self.height).max(0.0) as usize;
        // Top-left rule: a pixel on a shared edge belongs to one triangle only.
        let owns = |from: (f32, f32), to: (f32, f32)| {
            let (dx, dy) = if area > 0.0 { (to.0 - from.0, to.1 - from.1) } else { (from.0 - to.0, from.1 - to.1) };
            dy < 0.0 || (dy == 0.0 && dx > 0.0)
        };
        let owned = [owns(b, c), owns(c, a), owns(a, b)];
        for y in rows {
            for x in columns.clone() {
                let p = (x as f32 + 0.5, y as f32 + 0.5);
                let edge = |from: (f32, f32), to: (f32, f32)| {
                    ((to.0 - from.0) * (p.1 - from.1) - (to.1 - from.1) * (p.0 - from.0)) / area
                };
                let weights = [edge(b, c), edge(c, a), edge(a, b)];
                let inside =
                    weights.iter().zip(owned).all(|(weight, owned)| *weight > 0.0 || (owned && *weight == 0.0));
                if inside {
                    self.blend(x, y, corners, weights, texture);
                }
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, corners: [Vertex; 3], weights: [f32; 3], texture: &Texture) {
        let mix = |value: &dyn Fn(&Vertex) -> f32| -> f32 {
            corners.iter().zip(weights).map(|(corner, weight)| value(corner) * weight).sum()
        };
        let texel = texture.sample(mix(&|v| v.uv.x), mix(&|v| v.uv.y));
        let channel = |at: usize| mix(&|v| f32::from(v.color.to_array()[at])) * texel[at] / 255.0;
        let alpha = channel(3) / 255.0;
        let pixel = &mut self.pixels[y * self.width + x];
        for (at, below) in pixel.iter_mut().enumerate() {
            *below = channel(at) + *below * (1.0 - alpha);
        }
    }

    fn into_pixmap(self) -> Pixmap {
        let mut pixmap = Pixmap::new(self.width as u32, self.height as u32).expect("a picture has a size");
        for (to, from) in pixmap.pixels_mut().iter_mut().zip(&self.pixels) {
            let [r, g, b] = from.map(|channel| channel.round().clamp(0.0, 255.0) as u8);
            *to = PremultipliedColorU8::from_rgba(r, g, b, 255).expect("opaque colours are valid");
        }
        pixmap
    }
}

impl Texture {
    /// Bilinear sample, 0 to 255.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let [width, height] = self.size;
        let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (across, down) = (x - left, y - top);
        let texel = |column: f32, row: f32| {
            let column = column.clamp(0.0, width as f32 - 1.0) as usize;
            let row = row.clamp(0.0, height as f32 - 1.0) as usize;
            self.pixels[row * width + column].to_array().map(f32::from)
        };
        let corners = [texel(left, top), texel(left + 1.0, top), texel(left, top + 1.0), texel(left + 1.0, top + 1.0)];
        let shares = [(1.0 - across) * (1.0 - down), across * (1.0 - down), (1.0 - across) * down, across * down];
        std::array::from_fn(|channel| corners.iter().zip(shares).map(|(corner, share)| corner[channel] * share).sum())
    }
}
