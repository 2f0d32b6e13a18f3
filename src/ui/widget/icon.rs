//! The icons in use, as code points of the bundled Phosphor font.
//!
//! An icon never stands alone where a word fits; icon buttons carry their word as accessible name and tooltip.

/// `arrow-circle-right`
pub const ARROW_CIRCLE_RIGHT: &str = "\u{E02E}";
/// `arrow-elbow-down-left`
pub const ARROW_ELBOW_DOWN_LEFT: &str = "\u{E044}";
/// `arrow-left`
pub const ARROW_LEFT: &str = "\u{E058}";
/// `arrow-right`
pub const ARROW_RIGHT: &str = "\u{E06C}";
/// `arrow-u-up-left`
pub const ARROW_U_UP_LEFT: &str = "\u{E08A}";
/// `arrow-u-up-right`
pub const ARROW_U_UP_RIGHT: &str = "\u{E08C}";
/// `arrows-clockwise`
pub const ARROWS_CLOCKWISE: &str = "\u{E094}";
/// `arrows-down-up`
pub const ARROWS_DOWN_UP: &str = "\u{E098}";
/// `arrows-left-right`
pub const ARROWS_LEFT_RIGHT: &str = "\u{E0A0}";
/// `book-open`
pub const BOOK_OPEN: &str = "\u{E0E6}";
/// `buildings`
pub const BUILDINGS: &str = "\u{E102}";
/// `calculator`
pub const CALCULATOR: &str = "\u{E538}";
/// `calendar-blank`
pub const CALENDAR_BLANK: &str = "\u{E10A}";
/// `calendar-check`
pub const CALENDAR_CHECK: &str = "\u{E712}";
/// `caret-down`
pub const CARET_DOWN: &str = "\u{E136}";
/// `caret-left`
pub const CARET_LEFT: &str = "\u{E138}";
/// `caret-right`
pub const CARET_RIGHT: &str = "\u{E13A}";
/// `caret-up`
pub const CARET_UP: &str = "\u{E13C}";
/// `chart-bar`
pub const CHART_BAR: &str = "\u{E150}";
/// `chart-line`
pub const CHART_LINE: &str = "\u{E154}";
/// `chart-line-up`
pub const CHART_LINE_UP: &str = "\u{E156}";
/// `chart-scatter`
pub const CHART_SCATTER: &str = "\u{EAAC}";
/// `chat-circle-text`
pub const CHAT_CIRCLE_TEXT: &str = "\u{E16E}";
/// `check`
pub const CHECK: &str = "\u{E182}";
/// `check-circle`
pub const CHECK_CIRCLE: &str = "\u{E184}";
/// `circle`
pub const CIRCLE: &str = "\u{E18A}";
/// `circle-dashed`
pub const CIRCLE_DASHED: &str = "\u{E602}";
/// `circle-half`
pub const CIRCLE_HALF: &str = "\u{E18C}";
/// `clipboard`
pub const CLIPBOARD: &str = "\u{E196}";
/// `clock-counter-clockwise`
pub const CLOCK_COUNTER_CLOCKWISE: &str = "\u{E1A0}";
/// `columns`
pub const COLUMNS: &str = "\u{E546}";
/// `copy`
pub const COPY: &str = "\u{E1CA}";
/// `crosshair`
pub const CROSSHAIR: &str = "\u{E1D6}";
/// `currency-eur`
pub const CURRENCY_EUR: &str = "\u{E554}";
/// `database`
pub const DATABASE: &str = "\u{E1DE}";
/// `dots-three`
pub const DOTS_THREE: &str = "\u{E1FE}";
/// `download-simple`
pub const DOWNLOAD_SIMPLE: &str = "\u{E20C}";
/// `export`
pub const EXPORT: &str = "\u{EAF0}";
/// `eye`
pub const EYE: &str = "\u{E220}";
/// `eye-slash`
pub const EYE_SLASH: &str = "\u{E224}";
/// `file-csv`
pub const FILE_CSV: &str = "\u{EB1C}";
/// `file-doc`
pub const FILE_DOC: &str = "\u{EB1E}";
/// `file-pdf`
pub const FILE_PDF: &str = "\u{E702}";
/// `file-text`
pub const FILE_TEXT: &str = "\u{E23A}";
/// `file-xls`
pub const FILE_XLS: &str = "\u{EB22}";
/// `flask`
pub const FLASK: &str = "\u{E79E}";
/// `floppy-disk`
pub const FLOPPY_DISK: &str = "\u{E248}";
/// `folder`
pub const FOLDER: &str = "\u{E24A}";
/// `folder-open`
pub const FOLDER_OPEN: &str = "\u{E256}";
/// `funnel-simple`
pub const FUNNEL_SIMPLE: &str = "\u{E268}";
/// `gavel`
pub const GAVEL: &str = "\u{EA32}";
/// `gear`
pub const GEAR: &str = "\u{E270}";
/// `grid-four`
pub const GRID_FOUR: &str = "\u{E296}";
/// `hash`
pub const HASH: &str = "\u{E2A2}";
/// `info`
pub const INFO: &str = "\u{E2CE}";
/// `intersect`
pub const INTERSECT: &str = "\u{E2D2}";
/// `kanban`
pub const KANBAN: &str = "\u{EB54}";
/// `key`
pub const KEY: &str = "\u{E2D6}";
/// `link`
pub const LINK: &str = "\u{E2E2}";
/// `list-bullets`
pub const LIST_BULLETS: &str = "\u{E2F2}";
/// `list-checks`
pub const LIST_CHECKS: &str = "\u{EADC}";
/// `lock-simple`
pub const LOCK_SIMPLE: &str = "\u{E308}";
/// `lock-simple-open`
pub const LOCK_SIMPLE_OPEN: &str = "\u{E30A}";
/// `magnifying-glass`
pub const MAGNIFYING_GLASS: &str = "\u{E30C}";
/// `map-pin`
pub const MAP_PIN: &str = "\u{E316}";
/// `map-trifold`
pub const MAP_TRIFOLD: &str = "\u{E31A}";
/// `minus`
pub const MINUS: &str = "\u{E32A}";
/// `moon`
pub const MOON: &str = "\u{E330}";
/// `note-pencil`
pub const NOTE_PENCIL: &str = "\u{E34C}";
/// `paper-plane-tilt`
pub const PAPER_PLANE_TILT: &str = "\u{E398}";
/// `pencil-simple-line`
pub const PENCIL_SIMPLE_LINE: &str = "\u{EBC6}";
/// `percent`
pub const PERCENT: &str = "\u{E3B6}";
/// `plus`
pub const PLUS: &str = "\u{E3D4}";
/// `printer`
pub const PRINTER: &str = "\u{E3DC}";
/// `push-pin`
pub const PUSH_PIN: &str = "\u{E3E2}";
/// `question`
pub const QUESTION: &str = "\u{E3E8}";
/// `quotes`
pub const QUOTES: &str = "\u{E660}";
/// `ranking`
pub const RANKING: &str = "\u{ED62}";
/// `scales`
pub const SCALES: &str = "\u{E750}";
/// `seal-check`
pub const SEAL_CHECK: &str = "\u{E606}";
/// `shield-check`
pub const SHIELD_CHECK: &str = "\u{E40C}";
/// `sidebar-simple`
pub const SIDEBAR_SIMPLE: &str = "\u{EC24}";
/// `sign-out`
pub const SIGN_OUT: &str = "\u{E42A}";
/// `sliders-horizontal`
pub const SLIDERS_HORIZONTAL: &str = "\u{E434}";
/// `squares-four`
pub const SQUARES_FOUR: &str = "\u{E464}";
/// `stack`
pub const STACK: &str = "\u{E466}";
/// `star`
pub const STAR: &str = "\u{E46A}";
/// `sun`
pub const SUN: &str = "\u{E472}";
/// `swap`
pub const SWAP: &str = "\u{E83C}";
/// `table`
pub const TABLE: &str = "\u{E476}";
/// `tag`
pub const TAG: &str = "\u{E478}";
/// `target`
pub const TARGET: &str = "\u{E47C}";
/// `text-b`
pub const TEXT_B: &str = "\u{E5BE}";
/// `text-italic`
pub const TEXT_ITALIC: &str = "\u{E5C0}";
/// `trash`
pub const TRASH: &str = "\u{E4A6}";
/// `upload-simple`
pub const UPLOAD_SIMPLE: &str = "\u{E4C0}";
/// `user`
pub const USER: &str = "\u{E4C2}";
/// `users`
pub const USERS: &str = "\u{E4D6}";
/// `users-three`
pub const USERS_THREE: &str = "\u{E68E}";
/// `warning`
pub const WARNING: &str = "\u{E4E0}";
/// `warning-circle`
pub const WARNING_CIRCLE: &str = "\u{E4E2}";
/// `wifi-slash`
pub const WIFI_SLASH: &str = "\u{E4F2}";
/// `x`
pub const X: &str = "\u{E4F6}";
