//! Distances, heights, radii and strokes in points.

/// Distances between things.
pub mod space {
    /// 2: between a mark and its line.
    pub const HAIR: f32 = 2.0;
    /// 4: inside a group.
    pub const XS: f32 = 4.0;
    /// 6: icon and its word.
    pub const S: f32 = 6.0;
    /// 8: between controls.
    pub const M: f32 = 8.0;
    /// 12: margin of panes.
    pub const L: f32 = 12.0;
    /// 16: margin of views.
    pub const XL: f32 = 16.0;
    /// 24: between sections.
    pub const XXL: f32 = 24.0;
    /// 32: around an empty state.
    pub const HUGE: f32 = 32.0;
}

/// Heights of controls.
pub mod control {
    /// Ordinary button, field, list.
    pub const HEIGHT: f32 = 28.0;
    /// In toolbars and dense panes; the smallest that anybody has to hit.
    pub const COMPACT: f32 = 24.0;
    /// In the start window.
    pub const LARGE: f32 = 44.0;
}

/// Heights of table rows.
pub mod row {
    /// Compact windows.
    pub const COMPACT: f32 = 22.0;
    /// Dense tables.
    pub const DENSE: f32 = 24.0;
    /// Ordinary tables.
    pub const NORMAL: f32 = 26.0;
    /// Rows with bars.
    pub const BARS: f32 = 32.0;
    /// Rows with a dot strip.
    pub const STRIP: f32 = 35.0;
    /// Rows whose words stand on two lines.
    pub const TWO_LINES: f32 = 40.0;
}

/// Radii of corners.
pub mod radius {
    /// Panes.
    pub const PANE: u8 = 0;
    /// Bars and chips.
    pub const BAR: u8 = 2;
    /// Badges and keys.
    pub const BADGE: u8 = 3;
    /// Controls and notices.
    pub const CONTROL: u8 = 4;
    /// Menus and dialogs.
    pub const MENU: u8 = 6;
}

/// Widths of lines.
pub mod stroke {
    /// Every ordinary line.
    pub const LINE: f32 = 1.0;
    /// Outline of an Aktionsraum.
    pub const OUTLINE: f32 = 1.5;
    /// Focus ring.
    pub const FOCUS: f32 = 2.0;
    /// Selection bar and selected outline.
    pub const SELECTION: f32 = 3.0;
}
