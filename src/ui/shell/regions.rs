//! F6 and Umschalt+F6: the keyboard goes from region to region of the window, each time to the first thing in it that
//! takes the focus, or to the one that had it there last.

use egui::{Context, Id, LayerId, Order, Rect, Ui};

/// Notes that a pane of the view in front is a region of its own. What no pane holds is one region, as ever.
pub fn report_region(ui: &Ui, place: Rect) {
    ui.data_mut(|data| data.get_temp_mut_or_default::<Vec<Rect>>(Id::unique(REPORTED)).push(place));
}

/// The panes that were noted in this frame, from left to right.
pub(super) fn take_reported(ctx: &Context) -> Vec<Rect> {
    let mut places = ctx.data_mut(|data| data.remove_temp::<Vec<Rect>>(Id::unique(REPORTED))).unwrap_or_default();
    places.sort_by(|a, b| a.left().total_cmp(&b.left()));
    places
}

const REPORTED: &str = "regions of the view";

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui::{Key, Modifiers, pos2};
    use egui_kittest::kittest::Queryable as _;

    fn show(ui: &mut Ui, regions: &mut Regions) {
        let whole = ui.max_rect();
        let middle = pos2(whole.center().x, whole.top());
        let steps = ui.input_mut(|input| {
            let back = input.consume_key(Modifiers::SHIFT, Key::F6);
            (back, input.consume_key(Modifiers::NONE, Key::F6))
        });
        if steps.0 || steps.1 {
            regions.step(ui.ctx(), steps.0);
        }
        regions.set([whole.with_max_x(middle.x), whole.with_min_x(middle.x)]);
        for (name, left) in [("links", whole.left()), ("links unten", whole.left()), ("rechts", middle.x)] {
            let top = if name == "links unten" { 40.0 } else { 0.0 };
            let place = Rect::from_min_size(pos2(left + 10.0, whole.top() + top), egui::vec2(80.0, 20.0));
            ui.put(place, egui::Button::new(name));
        }
    }

    #[test]
    fn f6_goes_to_the_next_region_and_back_to_where_the_keyboard_was() {
        let mut harness = testing::harness(Regions::default(), show);
        harness.run();
        let press = |harness: &mut egui_kittest::Harness<'_, Regions>, modifiers| {
            harness.key_press_modifiers(modifiers, Key::F6);
            harness.run();
        };
        press(&mut harness, Modifiers::NONE);
        assert!(harness.get_by_label("links").is_focused());
        harness.get_by_label("links unten").focus();
        harness.run();
        press(&mut harness, Modifiers::NONE);
        assert!(harness.get_by_label("rechts").is_focused());
        press(&mut harness, Modifiers::SHIFT);
        assert!(harness.get_by_label("links unten").is_focused());
    }
}
