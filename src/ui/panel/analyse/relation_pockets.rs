//! Hidden pockets of the map's indicator: small areas under great strain in larger ones that do not stand out.

use super::relation::Asked;
use super::relation_data::Relation;
use crate::analysis::structure::{HiddenPocket, HiddenPockets, PocketChoice, hidden_pockets};
use crate::domain::{Area, AreaId, AreaLevel, Direction, Indicator, IndicatorId, Observation, PeriodId, PlanningData};
use crate::text::{self, panel::analyse as words};
use crate::theme::space;
use crate::ui::widget::button::Button;
use crate::ui::widget::text as label;
use crate::ui::{Intent, PanelCx, picture};
use egui::{Frame, Margin, ScrollArea, Ui};

/// Hidden pockets of an indicator.
pub struct Pockets {
    /// Level of the small areas.
    pub small: AreaLevel,
    /// Level of the areas around them: the one in view, or that of the Stadtbezirke.
    pub around: AreaLevel,
    /// What was found.
    pub found: HiddenPockets,
}

impl Pockets {
    /// Hidden pockets on the level with most values among those whose areas lie inside the areas of this one; where none do,
    /// inside the Stadtbezirke that both belong to.
    pub fn of(data: &PlanningData, indicator: IndicatorId, period: PeriodId, level: AreaLevel) -> Option<Pockets> {
        let card: &Indicator = data.indicator(indicator).filter(|card| card.direction != Direction::Context)?;
        let inside = |area: &Area, around: AreaLevel| {
            let mut at = area.parent.and_then(|parent| data.area(parent));
            // A chain of parents is never longer than there are levels.
            for _ in AreaLevel::ALL {
                match at {
                    Some(outer) if outer.level == around => return true,
                    Some(outer) => at = outer.parent.and_then(|parent| data.area(parent)),
                    None => return false,
                }
            }
            false
        };
        let valued = |finer: AreaLevel, around: AreaLevel| {
            let areas = data.areas_of(finer).filter(|area| data.dataset.value(indicator, area.id, period).is_some());
            areas.filter(|area| inside(area, around)).count()
        };
        let among = |around: AreaLevel| {
            let levels = AreaLevel::ALL.into_iter().filter(|finer| *finer != around);
            let counted = levels.map(|finer| (valued(finer, around), finer)).filter(|(count, _)| *count >= 2);
            let small = counted.max_by_key(|at| at.0)?.1;
            let found = hidden_pockets(data, card, period, (small, around), &PocketChoice::default()).ok()?;
            Some(Pockets { small, around, found })
        };
        among(level).or_else(|| among(AreaLevel::Stadtbezirk).filter(|_| level != AreaLevel::Stadtbezirk))
    }
}

impl Relation {
    /// Small areas under great strain in larger ones that do not stand out.
    pub fn show_pockets(&self, ui: &mut Ui, cx: &mut PanelCx) -> Asked {
        let data = &cx.snapshot.data;
        let mut asked = Asked::Nothing;
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::same(12)).show(ui, |ui| {
                let Some(found) = &self.pockets else {
                    label::hint(ui, self.no_pockets());
                    return;
                };
                label::small(ui, &self.pockets_basis(found));
                let pockets = &found.found;
                if pockets.pockets.is_empty() {
                    label::body(ui, words::NO_POCKETS);
                }
                let card = data.indicator(self.key.shown);
                for pocket in &pockets.pockets {
                    label::body(ui, &pockets.reason(data, card, pocket));
                    ui.horizontal(|ui| {
                        let small = data.area(pocket.area).map_or("", |area| area.name.as_str());
                        let large = data.area(pocket.parent).map_or("", |area| area.name.as_str());
                        if Button::link(&words::profile_of(small)).show(ui).clicked() {
                            cx.outbox.push(Intent::SelectArea(pocket.area));
                            asked = Asked::Profile;
                        }
                        let on_map = found.around == self.key.level;
                        if on_map && Button::link(&words::show_on_map(large)).show(ui).clicked() {
                            cx.outbox.push(Intent::SelectArea(pocket.parent));
                        }
                    });
                    ui.add_space(space::M);
                }
                for (area, reason) in &pockets.set_aside {
                    label::small(ui, &crate::analysis::structure::set_aside_reason(data, *area, *reason));
                }
            });
        });
        asked
    }

    /// The hidden pockets for the clipboard.
    pub fn copied_pockets(&self, cx: &PanelCx) -> String {
        let data = &cx.snapshot.data;
        let Some(pockets) = &self.pockets else { return self.no_pockets().to_owned() };
        let found = &pockets.found;
        let name = |id: AreaId| data.area(id).map_or("", |area| area.name.as_str());
        let print = |value: f64| text::decimal(value, self.shown.decimals);
        let head = [
            words::AREA,
            words::VALUE,
            words::PLACE,
            words::AROUND,
            words::VALUE_AROUND,
            words::PLACE_AROUND,
            words::REASON,
        ];
        let card = data.indicator(self.key.shown);
        let row = |pocket: &HiddenPocket| {
            text::clipboard_row([
                name(pocket.area).to_owned(),
                print(pocket.value),
                text::count(pocket.place as u64),
                name(pocket.parent).to_owned(),
                print(pocket.parent_value),
                text::count(pocket.parent_place as u64),
                found.reason(data, card, pocket),
            ])
        };
        let table: Vec<String> =
            std::iter::once(text::clipboard_row(head)).chain(found.pockets.iter().map(row)).collect();
        let levels = (text::area_level_plural(pockets.small), text::area_level_plural(pockets.around));
        let title = words::dated(&words::pockets_of(&self.shown.name, levels.0, levels.1), &self.shown.period);
        let mut notes = vec![self.pockets_basis(pockets)];
        if found.pockets.is_empty() {
            notes.push(words::NO_POCKETS.to_owned());
        }
        let aside = found.set_aside.iter();
        notes.extend(aside.map(|(area, reason)| crate::analysis::structure::set_aside_reason(data, *area, *reason)));
        let shown: Vec<Observation> = self.lines.iter().filter_map(|line| line.shown).collect();
        picture::copied(cx, &title, &table.join("\n"), &self.shown.period, &shown, notes)
    }

    /// Why no hidden pockets can be looked for.
    fn no_pockets(&self) -> &'static str {
        let judged = self.shown.direction != Direction::Context;
        if judged { words::NO_FINER_LEVEL } else { words::NO_POCKETS_OF_CONTEXT }
    }

    /// What was looked for among whom; that the areas around are not those in view, where it is so.
    fn pockets_basis(&self, pockets: &Pockets) -> String {
        let small = text::area_level_plural(pockets.small);
        let basis = words::pockets_basis(small, pockets.found.areas);
        if pockets.around == self.key.level {
            return basis;
        }
        let (around, own) = (text::area_level_plural(pockets.around), text::area_level_plural(self.key.level));
        format!("{basis} {}", words::pockets_in_districts(small, around, own))
    }
}
