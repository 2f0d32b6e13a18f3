//! Before boundaries are taken over: what the file holds, how it is to be taken, what was noticed.

use super::DialogAnswer;
use crate::domain::AreaLevel;
use crate::import::{BoundaryDraft, BoundaryOptions, BoundarySource, Severity};
use crate::text::boundaries as facts;
use crate::text::panel::boundaries as words;
use crate::theme::{TypeStyle, space};
use crate::ui::widget::badge::Tone;
use crate::ui::widget::choice::Combo;
use crate::ui::widget::dialog::{DialogResponse, custom};
use crate::ui::widget::notice::tone_icon;
use crate::ui::widget::style::{rich, tokens};
use crate::ui::widget::text as label;
use crate::ui::{BoundaryIntent, Intent};
use egui::{Label, ScrollArea, Ui};
use std::sync::Arc;

/// Height of the list of what was noticed.
const LIST: f32 = 168.0;
/// What is listed; the command line gives all.
const LISTED: usize = 200;

/// A file of boundaries and how it is to be taken.
pub struct BoundaryPreview {
    /// The file as read.
    pub source: Arc<BoundarySource>,
    /// Which shapes belong to which areas.
    pub draft: Arc<BoundaryDraft>,
}

impl BoundaryPreview {
    pub(super) fn show(&mut self, ctx: &egui::Context) -> Option<DialogAnswer> {
        let mut options = self.draft.options.clone();
        let settled = self.draft.is_settled();
        let buttons: &[&str] = if settled { &[words::CANCEL, words::TAKE_OVER] } else { &[words::CANCEL] };
        let tone = if settled { Tone::Info } else { Tone::Warn };
        let response = custom(ctx, tone, words::TITLE, buttons, |ui| {
            label::strong(ui, &self.draft.file_name);
            label::small(ui, facts::system(self.draft.system));
            self.choices(ui, &mut options);
            let known = self.draft.boundaries.len() - self.draft.new_areas.len();
            label::body(ui, &words::summary(known, self.draft.new_areas.len()));
            if self.draft.lacks_level() {
                label::small(ui, words::LEVEL_MISSING);
            }
            self.issues(ui);
        });
        if options != self.draft.options {
            let source = Arc::clone(&self.source);
            let intent = Intent::Boundaries(BoundaryIntent::Draft { source, options });
            return Some(DialogAnswer::Do(Box::new(intent)));
        }
        match response? {
            DialogResponse::Chosen(1) => {
                let batch = Box::new(self.draft.batch());
                Some(DialogAnswer::Do(Box::new(Intent::Boundaries(BoundaryIntent::Commit(batch)))))
            }
            DialogResponse::Chosen(_) | DialogResponse::Dismissed => Some(DialogAnswer::Closed),
        }
    }

    fn choices(&self, ui: &mut Ui, options: &mut BoundaryOptions) {
        let levels: Vec<(Option<AreaLevel>, &str)> = std::iter::once((None, words::NO_LEVEL))
            .chain(AreaLevel::ALL.map(|level| (Some(level), crate::text::area_level(level))))
            .collect();
        let fields: Vec<(Option<String>, &str)> = std::iter::once((None, words::NO_FIELD))
            .chain(self.source.fields.iter().map(|field| (Some(field.clone()), field.as_str())))
            .collect();
        let width = ((ui.available_width() - space::M * 2.0) / 3.0).floor();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let list = |name| Combo::new(name).with_label().width(width);
            let level = list(words::LEVEL).show(ui, Some(&options.level), &levels);
            let key = list(words::KEY_FIELD).show(ui, Some(&options.key_field), &fields);
            let name = list(words::NAME_FIELD).show(ui, Some(&options.name_field), &fields);
            options.level = level.unwrap_or(options.level);
            options.key_field = key.unwrap_or_else(|| options.key_field.clone());
            options.name_field = name.unwrap_or_else(|| options.name_field.clone());
        });
    }

    fn issues(&self, ui: &mut Ui) {
        let tokens = tokens(ui);
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            ui.set_width(ui.available_width());
            for issue in self.draft.issues.iter().take(LISTED) {
                let tone = match issue.severity {
                    Severity::Info => Tone::Info,
                    Severity::Check => Tone::Warn,
                    Severity::Open | Severity::Error => Tone::Err,
                };
                ui.horizontal_top(|ui| {
                    ui.label(rich(tone_icon(tone), TypeStyle::Body, tone.text(tokens)));
                    ui.add(Label::new(rich(issue.text(), TypeStyle::Small, tokens.text2)).wrap());
                });
            }
            if self.draft.issues.len() > LISTED {
                label::small(ui, &words::more(self.draft.issues.len() - LISTED));
            }
        });
    }
}
