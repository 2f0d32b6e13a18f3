//! F6 and Umschalt+F6: the keyboard goes from region to region of the window, each time to the first thing in it that
//! takes the focus, or to the one that had it there last.

use egui::{Context, Id, LayerId, Order, Rect};

/// Regions of a frame, in the order of F6.
#[derive(Default)]
pub(super) struct Regions {
    places: Vec<Rect>,
    /// What had the focus last in each of them.
    last: Vec<Option<Id>>,
}

impl Regions {
    /// Takes over where the regions are; those without room are left out.
    pub(super) fn set(&mut self, places: impl IntoIterator<Item = Rect>) {
        self.places = places.into_iter().filter(|place| place.width() > 1.0 && place.height() > 1.0).collect();
        self.last.resize(self.places.len() + 1, None);
    }

    /// Moves the focus by one region.
    pub(super) fn step(&mut self, ctx: &Context, backwards: bool) {
        let focused = ctx.memory(egui::Memory::focused);
        let groups = self.groups(ctx);
        let at = focused.and_then(|id| groups.iter().position(|group| group.contains(&id)));
        if let (Some(at), Some(id)) = (at, focused) {
            self.last[at] = Some(id);
        }
        let count = groups.len();
        let order = (1..=count).map(|by| match (at, backwards) {
            (Some(at), false) => (at + by) % count,
            (Some(at), true) => (at + count - by) % count,
            (None, false) => by - 1,
            (None, true) => count - by,
        });
        for next in order {
            let known = self.last[next].filter(|id| groups[next].contains(id));
            if let Some(id) = known.or(groups[next].first().copied()) {
                ctx.memory_mut(|memory| memory.request_focus(id));
                return;
            }
        }
    }

    /// The things that take the focus in each region, in the order of the Tab key; the notices in the corner last.
    fn groups(&self, ctx: &Context) -> Vec<Vec<Id>> {
        let mut groups = vec![Vec::new(); self.places.len() + 1];
        ctx.viewport(|viewport| {
            let widgets = &viewport.prev_pass.widgets;
            for layer in widgets.layer_ids() {
                for widget in widgets.get_layer(layer).filter(|own| own.enabled && own.sense.is_focusable()) {
                    let seen = widget.interact_rect.is_positive();
                    let place = self.places.iter().position(|place| place.contains(widget.interact_rect.center()));
                    match place {
                        Some(place) if seen && layer == LayerId::background() => groups[place].push(widget.id),
                        _ if seen && layer.order == Order::Foreground => groups[self.places.len()].push(widget.id),
                        _ => {}
                    }
                }
            }
        });
        groups
    }
}
