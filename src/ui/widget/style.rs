//! The only place where theme values become egui values: fonts, visuals, number format, key names.
//!
//! Every widget asks [`tokens`] for its colours; [`color32`] is the only constructor of screen colours.

use crate::text;
use crate::theme::{Color, Theme, Tokens, TypeStyle, Weight, control, radius, space, stroke};
use egui::epaint::Shadow;
use egui::style::{NumberFormatter, ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, KeyboardShortcut, Margin,
    ModifierNames, RichText, Stroke, Style, TextStyle, Ui, Visuals, vec2,
};
use std::collections::BTreeMap;
use std::sync::Arc;

const SEMIBOLD: &str = "semibold";
const ITALIC: &str = "italic";
const ICONS: &str = "icons";

/// Installs fonts, style and the German names of things; call once per context, before the first frame.
pub fn install(ctx: &Context, theme: Theme) {
    ctx.set_fonts(fonts());
    set_theme(ctx, theme);
}

/// Switches between light and dark.
pub fn set_theme(ctx: &Context, theme: Theme) {
    for (appearance, own) in [(egui::Theme::Light, Theme::Light), (egui::Theme::Dark, Theme::Dark)] {
        ctx.set_style_of(appearance, style(own));
    }
    ctx.set_theme(match theme {
        Theme::Light => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    });
}

/// The appearance that this part of the window uses.
pub fn theme(ui: &Ui) -> Theme {
    if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light }
}

/// The colours that this part of the window uses.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    theme(ui).tokens()
}

/// A theme colour for the screen.
pub fn color32(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// A line of this width and colour.
pub fn line(width: f32, color: Color) -> Stroke {
    Stroke::new(width, color32(color))
}

/// The font of a type style.
pub fn font(style: TypeStyle) -> FontId {
    let family = match style.weight() {
        Weight::Regular => FontFamily::Proportional,
        Weight::SemiBold => FontFamily::Name(SEMIBOLD.into()),
        Weight::Italic => FontFamily::Name(ITALIC.into()),
    };
    FontId::new(style.size(), family)
}

/// The italic of document text and skipped rows.
pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ITALIC.into()))
}

/// Text in a type style and colour, for labels.
pub fn rich(text: impl Into<String>, style: TypeStyle, color: Color) -> RichText {
    RichText::new(text).font(font(style)).color(color32(color))
}

/// How a shortcut is written: `Strg+Umschalt+C`, `Esc`, `Pos1`.
pub fn shortcut_text(shortcut: &KeyboardShortcut) -> String {
    let key = match shortcut.logical_key {
        egui::Key::Enter => "Eingabe",
        egui::Key::Escape => "Esc",
        egui::Key::Delete => "Entf",
        egui::Key::Home => "Pos1",
        egui::Key::End => "Ende",
        egui::Key::Space => "Leertaste",
        key => key.symbol_or_name(),
    };
    let modifiers = GERMAN_KEYS.format(&shortcut.modifiers, false);
    if modifiers.is_empty() { key.to_owned() } else { format!("{modifiers}+{key}") }
}

const GERMAN_KEYS: ModifierNames<'static> = ModifierNames {
    is_short: false,
    alt: "Alt",
    ctrl: "Strg",
    shift: "Umschalt",
    mac_cmd: "Cmd",
    mac_alt: "Wahl",
    concat: "+",
};

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 4] = [
        ("regular", include_bytes!("../../../assets/fonts/IBMPlexSans_400Regular.ttf")),
        (SEMIBOLD, include_bytes!("../../../assets/fonts/IBMPlexSans_600SemiBold.ttf")),
        (ITALIC, include_bytes!("../../../assets/fonts/IBMPlexSans_400Regular_Italic.ttf")),
        (ICONS, include_bytes!("../../../assets/icons/Phosphor.ttf")),
    ];
    for (name, bytes) in files {
        let mut data = FontData::from_static(bytes);
        // Columns of figures must not shimmer: digits of equal width stay on whole pixels.
        data.tweak.subpixel_binning = Some(false);
        if name == ICONS {
            data.tweak.y_offset_factor = 0.06;
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let mut family = |family: FontFamily, face: &str| {
        fonts.families.insert(family, vec![face.to_owned(), ICONS.to_owned()]);
    };
    family(FontFamily::Proportional, "regular");
    family(FontFamily::Monospace, "regular");
    family(FontFamily::Name(SEMIBOLD.into()), SEMIBOLD);
    family(FontFamily::Name(ITALIC.into()), ITALIC);
    fonts
}

fn style(theme: Theme) -> Style {
    let mut style = Style {
        text_styles: text_styles(),
        drag_value_text_style: TextStyle::Body,
        number_formatter: NumberFormatter::new(|value, decimals| {
            text::decimal(value, u8::try_from(*decimals.start()).unwrap_or(0))
        }),
        visuals: visuals(theme),
        animation_time: 0.0,
        explanation_tooltips: false,
        scroll_animation: ScrollAnimation::none(),
        ..Style::default()
    };
    style.spacing.item_spacing = vec2(space::M, space::S);
    style.spacing.button_padding = vec2(space::L, space::XS);
    style.spacing.interact_size = vec2(control::HEIGHT, control::HEIGHT);
    style.spacing.window_margin = Margin::same(24);
    style.spacing.menu_margin = Margin::same(5);
    style.spacing.slider_rail_height = 4.0;
    style.spacing.icon_width = 16.0;
    style.spacing.icon_width_inner = 10.0;
    style.spacing.icon_spacing = space::M;
    style.spacing.scroll = ScrollStyle { bar_width: 10.0, ..ScrollStyle::solid() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Heading, font(TypeStyle::Title)),
        (TextStyle::Body, font(TypeStyle::Body)),
        (TextStyle::Button, font(TypeStyle::Body)),
        (TextStyle::Small, font(TypeStyle::Small)),
        (TextStyle::Monospace, FontId::new(TypeStyle::Small.size(), FontFamily::Monospace)),
    ]
    .into()
}

fn visuals(theme: Theme) -> Visuals {
    let tokens = theme.tokens();
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    visuals.widgets = widgets(tokens);
    visuals.selection = Selection { bg_fill: color32(tokens.selected), stroke: line(2.0, tokens.accent) };
    visuals.hyperlink_color = color32(tokens.accent);
    visuals.weak_text_color = Some(color32(tokens.text3));
    visuals.faint_bg_color = color32(tokens.sunken);
    visuals.extreme_bg_color = color32(tokens.surface);
    visuals.text_edit_bg_color = Some(color32(tokens.surface));
    visuals.code_bg_color = color32(tokens.sunken);
    visuals.warn_fg_color = color32(tokens.warn);
    visuals.error_fg_color = color32(tokens.err);
    visuals.panel_fill = color32(tokens.surface);
    visuals.window_fill = color32(tokens.raised);
    visuals.window_stroke = line(stroke::LINE, tokens.frame);
    visuals.window_corner_radius = CornerRadius::same(radius::MENU);
    visuals.menu_corner_radius = CornerRadius::same(radius::MENU);
    visuals.window_shadow = shadow(tokens);
    visuals.popup_shadow = shadow(tokens);
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = line(1.0, tokens.text);
    visuals.striped = false;
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    visuals
}

fn shadow(tokens: &Tokens) -> Shadow {
    Shadow { offset: [0, 2], blur: 8, spread: 0, color: color32(tokens.shadow) }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let look = |fill: Color, border: Color, text: Color| WidgetVisuals {
        bg_fill: color32(fill),
        weak_bg_fill: color32(fill),
        bg_stroke: line(stroke::LINE, border),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: line(stroke::LINE, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(tokens.surface, tokens.line, tokens.text),
        inactive: look(tokens.raised, tokens.line_strong, tokens.text),
        hovered: look(tokens.hover, tokens.line_strong, tokens.text),
        active: look(tokens.pressed, tokens.line_strong, tokens.text),
        open: look(tokens.hover, tokens.line_strong, tokens.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Key, Modifiers};

    #[test]
    fn shortcuts_read_in_german() {
        let shortcut = KeyboardShortcut::new(Modifiers::CTRL | Modifiers::SHIFT, Key::C);
        assert_eq!(shortcut_text(&shortcut), "Strg+Umschalt+C");
        assert_eq!(shortcut_text(&KeyboardShortcut::new(Modifiers::NONE, Key::Home)), "Pos1");
        assert_eq!(shortcut_text(&KeyboardShortcut::new(Modifiers::COMMAND, Key::K)), "Strg+K");
    }

    #[test]
    fn numbers_in_widgets_carry_a_comma() {
        assert_eq!(style(Theme::Light).number_formatter.format(12.5, 1..=1), "12,5");
    }
}
