//! The chain of effect along the seven steps: for each a sentence and, where chosen, an indicator.

use super::Plan;
use super::ziele::indicator_choices;
use crate::domain::{WirkungsGlied, WirkungsStufe};
use crate::text::panel::programm as words;
use crate::text::wirkungsstufe;
use crate::ui::PanelCx;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::{icon, text as label};
use egui::{Id, Ui};

/// Shows the chain behind a button that opens it; returns the link that was changed.
pub(super) fn show(
    ui: &mut Ui,
    cx: &PanelCx,
    plan: Plan,
    of: impl std::hash::Hash + std::fmt::Debug + Copy,
    kette: &[WirkungsGlied],
) -> Option<WirkungsGlied> {
    let id = Id::unique(("wirkungskette", of));
    let open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let symbol = if open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
    let title = words::chain(kette.len());
    if Button::ghost(&title).icon(symbol).compact().show(ui).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !open));
    }
    if !open {
        return None;
    }
    label::hint(ui, words::CHAIN_HINT);
    let choices = indicator_choices(cx);
    let mut changed = None;
    for stufe in WirkungsStufe::ALL {
        let known = kette.iter().find(|glied| glied.stufe == stufe);
        let glied = known.cloned().unwrap_or(WirkungsGlied { stufe, ..WirkungsGlied::default() });
        let name = wirkungsstufe(stufe);
        let field = Field::new(name, (of, stufe.code())).disabled_reason(plan.locked);
        if let Edit::Set(text) = field.show_text(ui, &glied.text) {
            changed = Some(WirkungsGlied { text, ..glied.clone() });
        }
        let name = words::chain_indicator(name);
        let combo = Combo::new(&name).compact().width(ui.available_width()).disabled_reason(plan.locked);
        if let Some(indicator) = combo.show(ui, Some(&glied.indicator), &choices) {
            changed = Some(WirkungsGlied { indicator, ..glied });
        }
    }
    changed
}
