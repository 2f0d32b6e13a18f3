//! Colours of reports: always the light set, chosen to stay apart in grey.

/// A colour of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportColour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl ReportColour {
    const fn new(hex: u32) -> ReportColour {
        let [_, red, green, blue] = hex.to_be_bytes();
        ReportColour { red, green, blue }
    }

    /// A colour of the light set as a colour of a report.
    pub const fn from(color: super::Color) -> ReportColour {
        ReportColour { red: color.r, green: color.g, blue: color.b }
    }

    /// The colour of headings that a municipality has chosen; the program's own where it could not be read on paper
    /// (contrast below [`READABLE`]) or none was chosen.
    pub fn of_headings(accent: Option<[u8; 3]>) -> ReportColour {
        let chosen = accent.map(|[red, green, blue]| ReportColour { red, green, blue });
        chosen.filter(|colour| colour.contrast_on_paper() >= READABLE).unwrap_or(HEADING)
    }

    /// Contrast with the ground of pages, 1 to 21.
    pub fn contrast_on_paper(self) -> f64 {
        let color = |colour: ReportColour| super::Color { r: colour.red, g: colour.green, b: colour.blue, a: 255 };
        super::contrast(color(self), color(PAPER))
    }

    /// `0B6170`, as documents want it.
    pub fn hex(self) -> String {
        format!("{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }
}

/// Least contrast of words (WCAG 2.2, success criterion 1.4.3).
pub const READABLE: f64 = 4.5;

/// Ground of pages and pictures.
pub const PAPER: ReportColour = ReportColour::new(0x00FF_FFFF);
/// Text.
pub const TEXT: ReportColour = ReportColour::new(0x0018_2124);
/// Secondary text.
pub const TEXT_SECONDARY: ReportColour = ReportColour::new(0x0046_5358);
/// Axis labels.
pub const TEXT_AXIS: ReportColour = ReportColour::new(0x0057_646A);
/// Headings.
pub const HEADING: ReportColour = ReportColour::new(0x0008_4C58);
/// The area of the programme.
pub const OWN_AREA: ReportColour = ReportColour::new(0x000B_6170);
/// Other areas.
pub const OTHER_AREA: ReportColour = ReportColour::new(0x0087_939A);
/// Line of the city.
pub const CITY: ReportColour = ReportColour::new(0x0018_2124);
/// Rows and grids.
pub const LINE_SOFT: ReportColour = ReportColour::new(0x00E7_EBEC);
/// Borders of tables.
pub const LINE: ReportColour = ReportColour::new(0x00B9_C3C6);
/// Heads of tables, notices.
pub const GROUND: ReportColour = ReportColour::new(0x00F5_F7F7);
/// Interval of a rank.
pub const INTERVAL: ReportColour = ReportColour::new(0x00D8_C5A4);
/// Outline of an interval.
pub const INTERVAL_LINE: ReportColour = ReportColour::new(0x008F_7040);
/// Point of a rank.
pub const POINT: ReportColour = ReportColour::new(0x0082_422B);
/// Outline of categorical fills.
pub const CATEGORY_LINE: ReportColour = ReportColour::new(0x003A_4549);
/// Open amounts, warnings.
pub const WARN: ReportColour = ReportColour::new(0x0086_5000);
/// Ground of warnings.
pub const WARN_GROUND: ReportColour = ReportColour::new(0x00FB_F0DA);
/// Money by source, in printed order of the sources.
pub const FUNDING: [ReportColour; 5] = [
    ReportColour::new(0x00F1_D380),
    ReportColour::new(0x0025_2F70),
    ReportColour::new(0x001B_6C60),
    ReportColour::new(0x00BB_8869),
    ReportColour::new(0x0067_BED7),
];
/// Kinds of cost, in printed order.
pub const COSTS: [ReportColour; 3] =
    [ReportColour::new(0x0046_5358), ReportColour::new(0x009A_A5A9), ReportColour::new(0x00D9_DFE1)];
/// Handlungsfelder in printed order.
pub const FIELDS: [ReportColour; 3] =
    [ReportColour::new(0x002B_5A9E), ReportColour::new(0x008F_5300), ReportColour::new(0x006E_4A94)];
