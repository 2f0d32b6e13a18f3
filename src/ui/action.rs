//! What the user can do besides changing data: listed once, with label, shortcut and condition.
//!
//! Menu, tool tips, command palette, shortcut handling and the help page all come from [`ACTIONS`].

use super::Section;
use super::widget::field::is_untouched;
use crate::project::{Snapshot, UndoState};
use crate::text::panel::action as words;
use egui::{Key, KeyboardShortcut, Modifiers};

/// Moves the user around or starts something. Data change through commands only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UiAction {
    /// Opens a place of the window.
    GoTo(Section),
    /// Asks for a project file and opens it.
    OpenProject,
    /// Asks for a place and creates a project with the Dortmund frame.
    NewProject,
    /// Asks for a place and creates an empty project.
    NewEmptyProject,
    /// Opens a fresh copy of the sample project.
    OpenSample,
    /// Closes the project and shows the start window.
    CloseProject,
    /// Takes the last step back.
    Undo,
    /// Does the step again.
    Redo,
    /// Opens search and commands.
    Palette,
    /// Shows or hides origin and explanation.
    Inspector,
    /// Asks for tables and opens the import preview.
    ImportTable,
    /// Asks for a file of boundaries and shows what it holds.
    ImportBoundaries,
    /// Begins something new in the present place (a measure, an entry).
    NewEntry,
    /// Exports the programme of the present area.
    ExportProgramme,
    /// Exports the programmes of all Aktionsräume.
    ExportAll,
    /// Asks for a file and writes the method handbook.
    SaveHandbook,
    /// Copies the table in view.
    CopyTable,
    /// Goes to the next area.
    NextArea,
    /// Goes to the previous area.
    PreviousArea,
    /// Makes a verified backup.
    Backup,
    /// Changes between light, dark and the system's choice.
    CycleTheme,
    /// Makes the rail narrow or wide.
    ToggleRail,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// Original size.
    ZoomReset,
    /// Ends the program.
    Quit,
}

/// How an action is shown and reached.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// The action.
    pub action: UiAction,
    /// Keys, if there are any.
    pub shortcut: Option<KeyboardShortcut>,
    /// Whether it makes sense without an open project.
    pub without_project: bool,
}

const CTRL: Modifiers = Modifiers::COMMAND;

const fn keys(modifiers: Modifiers, key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(modifiers, key))
}

const fn info(action: UiAction, shortcut: Option<KeyboardShortcut>, without_project: bool) -> ActionInfo {
    ActionInfo { action, shortcut, without_project }
}

/// All actions, in the order of palette and help.
pub const ACTIONS: &[ActionInfo] = &[
    info(UiAction::GoTo(Section::Uebersicht), keys(CTRL, Key::Num1), false),
    info(UiAction::GoTo(Section::Daten), keys(CTRL, Key::Num2), false),
    info(UiAction::GoTo(Section::Analyse), keys(CTRL, Key::Num3), false),
    info(UiAction::GoTo(Section::Bedarf), keys(CTRL, Key::Num4), false),
    info(UiAction::GoTo(Section::VorOrt), keys(CTRL, Key::Num5), false),
    info(UiAction::GoTo(Section::Handlungsprogramm), keys(CTRL, Key::Num6), false),
    info(UiAction::GoTo(Section::Verfahren), keys(CTRL, Key::Num7), false),
    info(UiAction::GoTo(Section::Berichte), keys(CTRL, Key::Num8), false),
    info(UiAction::GoTo(Section::Einstellungen), keys(CTRL, Key::Comma), false),
    info(UiAction::GoTo(Section::Hilfe), keys(Modifiers::NONE, Key::F1), false),
    info(UiAction::OpenProject, keys(CTRL, Key::O), true),
    info(UiAction::NewProject, keys(CTRL.plus(Modifiers::SHIFT), Key::N), true),
    info(UiAction::NewEmptyProject, None, true),
    info(UiAction::OpenSample, None, true),
    info(UiAction::CloseProject, keys(CTRL, Key::W), false),
    info(UiAction::Redo, keys(CTRL.plus(Modifiers::SHIFT), Key::Z), false),
    info(UiAction::Undo, keys(CTRL, Key::Z), false),
    info(UiAction::Palette, keys(CTRL, Key::K), false),
    info(UiAction::Inspector, keys(CTRL, Key::I), false),
    info(UiAction::ImportTable, keys(CTRL.plus(Modifiers::SHIFT), Key::O), false),
    info(UiAction::ImportBoundaries, None, false),
    info(UiAction::NewEntry, keys(CTRL, Key::N), false),
    info(UiAction::ExportAll, keys(CTRL.plus(Modifiers::SHIFT), Key::E), false),
    info(UiAction::ExportProgramme, keys(CTRL, Key::E), false),
    info(UiAction::SaveHandbook, None, true),
    info(UiAction::CopyTable, keys(CTRL.plus(Modifiers::SHIFT), Key::C), false),
    info(UiAction::NextArea, keys(Modifiers::ALT, Key::ArrowRight), false),
    info(UiAction::PreviousArea, keys(Modifiers::ALT, Key::ArrowLeft), false),
    info(UiAction::Backup, keys(CTRL, Key::B), false),
    info(UiAction::CycleTheme, None, true),
    info(UiAction::ToggleRail, None, false),
    info(UiAction::ZoomIn, keys(CTRL, Key::Plus), true),
    info(UiAction::ZoomOut, keys(CTRL, Key::Minus), true),
    info(UiAction::ZoomReset, keys(CTRL, Key::Num0), true),
    info(UiAction::Quit, keys(CTRL, Key::Q), true),
];

impl UiAction {
    /// Label in palette and menu.
    pub fn label(self) -> &'static str {
        match self {
            UiAction::GoTo(section) => section_label(section),
            UiAction::OpenProject => words::OPEN_PROJECT,
            UiAction::NewProject => words::NEW_PROJECT,
            UiAction::NewEmptyProject => words::NEW_EMPTY_PROJECT,
            UiAction::OpenSample => words::OPEN_SAMPLE,
            UiAction::CloseProject => words::CLOSE_PROJECT,
            UiAction::Undo => words::UNDO,
            UiAction::Redo => words::REDO,
            UiAction::Palette => words::PALETTE,
            UiAction::Inspector => words::INSPECTOR,
            UiAction::ImportTable => words::IMPORT_TABLE,
            UiAction::ImportBoundaries => words::IMPORT_BOUNDARIES,
            UiAction::NewEntry => words::NEW_ENTRY,
            UiAction::ExportProgramme => words::EXPORT_PROGRAMME,
            UiAction::ExportAll => words::EXPORT_ALL,
            UiAction::SaveHandbook => words::SAVE_HANDBOOK,
            UiAction::CopyTable => words::COPY_TABLE,
            UiAction::NextArea => words::NEXT_AREA,
            UiAction::PreviousArea => words::PREVIOUS_AREA,
            UiAction::Backup => words::BACKUP,
            UiAction::CycleTheme => words::CYCLE_THEME,
            UiAction::ToggleRail => words::TOGGLE_RAIL,
            UiAction::ZoomIn => words::ZOOM_IN,
            UiAction::ZoomOut => words::ZOOM_OUT,
            UiAction::ZoomReset => words::ZOOM_RESET,
            UiAction::Quit => words::QUIT,
        }
    }

    /// How it is reached.
    pub fn info(self) -> Option<&'static ActionInfo> {
        ACTIONS.iter().find(|info| info.action == self)
    }

    /// Keys as printed: `Strg+K`; empty if there are none.
    pub fn shortcut_text(self) -> String {
        self.info().and_then(|info| info.shortcut).map(|keys| shortcut_text(&keys)).unwrap_or_default()
    }

    /// Why the action cannot be done now, in German; `None` if it can. `undo` are the steps of what is in view.
    pub fn disabled_reason(self, snapshot: Option<&Snapshot>, undo: &UndoState) -> Option<&'static str> {
        let Some(snapshot) = snapshot else {
            return (!self.info().is_some_and(|info| info.without_project)).then_some(words::NEEDS_PROJECT);
        };
        match self {
            UiAction::Undo => undo.undo.is_none().then_some(words::NOTHING_TO_UNDO),
            UiAction::Redo => undo.redo.is_none().then_some(words::NOTHING_TO_REDO),
            UiAction::ImportTable | UiAction::ImportBoundaries | UiAction::NewEntry => {
                snapshot.read_only.is_some().then_some(words::PROJECT_IS_READ_ONLY)
            }
            UiAction::ExportAll => snapshot.programmes.is_empty().then_some(words::NO_PROGRAMMES),
            _ => None,
        }
    }
}

/// Name of a place.
pub fn section_label(section: Section) -> &'static str {
    match section {
        Section::Uebersicht => words::UEBERSICHT,
        Section::Daten => words::DATEN,
        Section::Analyse => words::ANALYSE,
        Section::Bedarf => words::BEDARF,
        Section::VorOrt => words::VOR_ORT,
        Section::Handlungsprogramm => words::HANDLUNGSPROGRAMM,
        Section::Verfahren => words::VERFAHREN,
        Section::Berichte => words::BERICHTE,
        Section::Einstellungen => words::EINSTELLUNGEN,
        Section::Hilfe => words::HILFE,
    }
}

/// Keys as German keyboards name them.
pub fn shortcut_text(shortcut: &KeyboardShortcut) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if shortcut.modifiers.command || shortcut.modifiers.ctrl {
        parts.push("Strg");
    }
    if shortcut.modifiers.shift {
        parts.push("Umschalt");
    }
    if shortcut.modifiers.alt {
        parts.push("Alt");
    }
    parts.push(match shortcut.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Enter => "Enter",
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "−",
        key => key.name(),
    });
    parts.join("+")
}

/// The actions whose keys were pressed in this frame; the keys are consumed. While a field is being typed into, the
/// keys of undo and redo belong to it.
pub fn pressed(ctx: &egui::Context) -> Vec<UiAction> {
    // A shortcut also answers to further modifiers: those with Umschalt are asked first.
    let with_shift = |info: &&ActionInfo| info.shortcut.is_some_and(|keys| keys.modifiers.shift);
    let longer_first = ACTIONS.iter().filter(with_shift).chain(ACTIONS.iter().filter(|info| !with_shift(info)));
    // A field in which nothing was typed has nothing of its own to take back.
    let typing = ctx.text_edit_focused() && !is_untouched(ctx);
    let of_the_field = |info: &&ActionInfo| typing && matches!(info.action, UiAction::Undo | UiAction::Redo);
    ctx.input_mut(|input| {
        longer_first
            .filter(|info| !of_the_field(info))
            .filter(|info| {
                let keys = info.shortcut.into_iter().chain(second_keys(info.action));
                keys.into_iter().any(|keys| input.consume_shortcut(&keys))
            })
            .map(|info| info.action)
            .collect()
    })
}

/// Keys beside the named ones that offices are used to.
fn second_keys(action: UiAction) -> Option<KeyboardShortcut> {
    (action == UiAction::Redo).then_some(KeyboardShortcut::new(CTRL, Key::Y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_their_keys() {
        for (at, info) in ACTIONS.iter().enumerate() {
            let twin =
                ACTIONS[at + 1..].iter().find(|other| info.shortcut.is_some() && other.shortcut == info.shortcut);
            assert!(twin.is_none(), "{:?} and {:?}", info.action, twin.map(|twin| twin.action));
        }
    }

    #[test]
    fn a_longer_shortcut_is_not_taken_for_the_shorter_one_in_it() {
        let ctx = egui::Context::default();
        let modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
        let key = egui::Event::Key { key: Key::O, physical_key: None, pressed: true, repeat: false, modifiers };
        let input = egui::RawInput { events: vec![key], ..egui::RawInput::default() };
        let mut found = Vec::new();
        let mut output = ctx.run_ui(input, |ui| found.extend(pressed(ui.ctx())));
        output.textures_delta.clear();
        assert_eq!(found, [UiAction::ImportTable]);
    }

    #[test]
    fn redo_answers_to_both_of_its_keys() {
        for (modifiers, key) in [(CTRL, Key::Y), (CTRL.plus(Modifiers::SHIFT), Key::Z)] {
            let ctx = egui::Context::default();
            let modifiers = Modifiers { ctrl: true, ..modifiers };
            let key = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
            let input = egui::RawInput { events: vec![key], ..egui::RawInput::default() };
            let mut found = Vec::new();
            let mut output = ctx.run_ui(input, |ui| found.extend(pressed(ui.ctx())));
            output.textures_delta.clear();
            assert_eq!(found, [UiAction::Redo]);
        }
    }

    #[test]
    fn keys_print_as_on_a_german_keyboard() {
        assert_eq!(UiAction::Redo.shortcut_text(), "Strg+Umschalt+Z");
        assert_eq!(UiAction::NextArea.shortcut_text(), "Alt+→");
    }

    #[test]
    fn without_a_project_only_the_start_actions_work() {
        assert_eq!(UiAction::OpenProject.disabled_reason(None, &UndoState::default()), None);
        assert_eq!(UiAction::Undo.disabled_reason(None, &UndoState::default()), Some(words::NEEDS_PROJECT));
    }
}
