//! What can be asked for on the command line, and how a wrong call is answered in German.

use crate::text::cli as words;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, ArgGroup, Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "aktionsplan", version, about = words::ABOUT, override_usage = words::USAGE, help_template = words::HELP_TEMPLATE,
    after_help = words::AFTER_HELP, subcommand_help_heading = words::COMMANDS, disable_help_subcommand = true,
    disable_help_flag = true, disable_version_flag = true, subcommand_precedence_over_arg = true,
    next_help_heading = words::OPTIONS
)]
struct CommandLine {
    #[arg(help = words::PROJECT_TO_OPEN, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    project: Option<PathBuf>,
    #[arg(long, short, global = true, action = ArgAction::Help, help = words::HELP)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version, help = words::VERSION)]
    version: Option<bool>,
    #[arg(long, global = true, help = words::JSON)]
    json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What the program is asked to do.
#[derive(Debug)]
pub enum Invocation {
    /// Open the window, on a project if one is named.
    Window(Option<PathBuf>),
    /// Carry out a command without a window.
    Command(Call),
    /// The help or version that was asked for.
    Help(String),
    /// A call that makes no sense; German text.
    Wrong(String),
}

/// A command and how its result is printed.
#[derive(Debug)]
pub struct Call {
    pub(super) command: Command,
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = words::NEU, override_usage = words::usage::NEU)]
    Neu(Neu),
    #[command(about = words::ZUORDNUNG, override_usage = words::usage::ZUORDNUNG)]
    Zuordnung(Zuordnung),
    #[command(about = words::IMPORT, override_usage = words::usage::IMPORT)]
    Import(Import),
    #[command(about = words::BESTAND, override_usage = words::usage::BESTAND)]
    Bestand(Bestand),
    #[command(about = words::RAEUME, override_usage = words::usage::RAEUME)]
    Raeume(Raeume),
    #[command(about = words::RANGFOLGE, override_usage = words::usage::RANGFOLGE)]
    Rangfolge(Rangfolge),
    #[command(about = words::RAUMSTATISTIK, override_usage = words::usage::RAUMSTATISTIK)]
    Raumstatistik(Raumstatistik),
    #[command(about = words::PROGRAMM, override_usage = words::usage::PROGRAMM)]
    Programm(Programm),
    #[command(about = words::PRUEFEN, override_usage = words::usage::PRUEFEN)]
    Pruefen(OfProject),
    #[command(about = words::SICHERN, override_usage = words::usage::SICHERN)]
    Sichern(OfProject),
    #[command(about = words::WIEDERHERSTELLEN, override_usage = words::usage::WIEDERHERSTELLEN)]
    Wiederherstellen(Wiederherstellen),
    #[command(about = words::REZEPT, override_usage = words::usage::REZEPT)]
    Rezept(Rezept),
    #[command(about = words::HANDBUCH, override_usage = words::usage::HANDBUCH)]
    Handbuch(Handbuch),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TemplateChoice {
    Dortmund,
    Leer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ProfileChoice {
    Kurz,
    Lang,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Neu {
    #[arg(help = words::NEW_PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(
        long, value_enum, default_value_t = TemplateChoice::Dortmund, help = words::TEMPLATE, value_name = "VORLAGE",
        hide_possible_values = true, hide_default_value = true
    )]
    pub vorlage: TemplateChoice,
    #[arg(long, help = words::EXAMPLE)]
    pub beispiel: bool,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Zuordnung {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(help = words::TABLE, value_name = "TABELLE", help_heading = words::ARGUMENTS)]
    pub table: PathBuf,
    #[arg(long, help = words::MAPPING_TARGET, value_name = "ZUORDNUNG.toml")]
    pub nach: Option<PathBuf>,
    #[arg(long, help = words::WITHOUT_MEMORY)]
    pub ohne_gemerkte: bool,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Import {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(help = words::TABLE, value_name = "TABELLE", required = true, help_heading = words::ARGUMENTS)]
    pub tables: Vec<PathBuf>,
    #[arg(long, help = words::MAPPING, value_name = "ZUORDNUNG.toml")]
    pub zuordnung: Option<PathBuf>,
    #[arg(long, help = words::WITHOUT_MEMORY, conflicts_with = "zuordnung")]
    pub ohne_gemerkte: bool,
    #[arg(long, help = words::ONLY_CHECK)]
    pub nur_pruefen: bool,
    #[arg(long, help = words::CHECK_LIST, value_name = "LISTE.csv")]
    pub pruefliste: Option<PathBuf>,
    #[arg(long, help = words::MACHINE, requires = "pruefliste")]
    pub maschine: bool,
    #[arg(long, help = words::KEEP_ORIGINAL)]
    pub original: bool,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Bestand {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(long, help = words::TABLE_TARGET, value_name = "AUS.csv")]
    pub nach: PathBuf,
    #[arg(long, help = words::MACHINE)]
    pub maschine: bool,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Raeume {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(help = words::GEOJSON, value_name = "GEOJSON", help_heading = words::ARGUMENTS)]
    pub geojson: PathBuf,
    #[arg(long, help = words::BOUNDARY_LEVEL, value_name = "EBENE")]
    pub ebene: Option<String>,
    #[arg(long, help = words::KEY_FIELD, value_name = "FELD")]
    pub schluessel: Option<String>,
    #[arg(long, help = words::NAME_FIELD, value_name = "FELD")]
    pub name: Option<String>,
    #[arg(long, help = words::PARENT_FIELD, value_name = "FELD")]
    pub uebergeordnet: Option<String>,
    #[arg(long, help = words::ONLY_CHECK_BOUNDARIES)]
    pub nur_pruefen: bool,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Raumstatistik {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(long, help = words::INDICATOR, value_name = "I")]
    pub indikator: String,
    #[arg(long, help = words::PERIOD, value_name = "P")]
    pub periode: String,
    #[arg(long, help = words::SPACE_LEVEL, value_name = "EBENE")]
    pub ebene: Option<String>,
    #[arg(long, default_value = "queen", help = words::NEIGHBOURS, value_name = "NACHBARN", hide_default_value = true)]
    pub nachbarn: String,
    #[arg(
        long, default_value_t = 999, value_parser = clap::value_parser!(u32).range(0..=999_999),
        help = words::PERMUTATIONS, value_name = "N", hide_default_value = true
    )]
    pub permutationen: u32,
    #[arg(long, default_value_t = 1, help = words::SPACE_SEED, value_name = "S", hide_default_value = true)]
    pub startwert: u64,
    #[arg(long, help = words::FOLDER_TARGET, value_name = "ORDNER")]
    pub nach: PathBuf,
    #[arg(long, help = words::MACHINE)]
    pub maschine: bool,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Rangfolge {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(long, help = words::RECIPE, value_name = "REZEPT.toml")]
    pub rezept: Option<PathBuf>,
    #[arg(long, help = words::REPLICATIONS, value_name = "N")]
    pub wiederholungen: Option<u32>,
    #[arg(long, help = words::SEED, value_name = "S")]
    pub startwert: Option<u64>,
    #[arg(long, help = words::FOLDER_TARGET, value_name = "ORDNER")]
    pub nach: PathBuf,
    #[arg(long, help = words::MACHINE)]
    pub maschine: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KindChoice {
    Handlungsprogramm,
    Steckbriefe,
    Ratsvorlage,
    Sozialraumprofil,
    Sachstand,
    Vergleich,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
#[command(group(ArgGroup::new("which").required(true).args(["aktionsraum", "alle"])))]
pub(super) struct Programm {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
    #[arg(long, help = words::AREA, value_name = "NAME")]
    pub aktionsraum: Option<String>,
    #[arg(long, help = words::ALL)]
    pub alle: bool,
    #[arg(
        long, value_enum, default_value_t = KindChoice::Handlungsprogramm, help = words::KIND, value_name = "ART",
        hide_possible_values = true, hide_default_value = true
    )]
    pub art: KindChoice,
    #[arg(
        long, value_enum, default_value_t = ProfileChoice::Lang, help = words::PROFILE, value_name = "PROFIL",
        hide_possible_values = true, hide_default_value = true
    )]
    pub profil: ProfileChoice,
    #[arg(
        long, help = words::VERSION_OF_DAY, value_name = "JJJJ-MM-TT", requires = "aktionsraum",
        conflicts_with_all = ["art", "profil", "kontaktpersonen"]
    )]
    pub fassung: Option<jiff::civil::Date>,
    #[arg(
        long, value_delimiter = ',', default_value = "docx", help = words::FORMAT, value_name = "FORMAT",
        hide_default_value = true
    )]
    pub format: Vec<String>,
    #[arg(long, help = words::CONTACTS)]
    pub kontaktpersonen: bool,
    #[arg(long, help = words::FOLDER_TARGET, value_name = "ORDNER")]
    pub nach: PathBuf,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct OfProject {
    #[arg(help = words::PROJECT, value_name = "PROJEKT", help_heading = words::ARGUMENTS)]
    pub project: PathBuf,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Wiederherstellen {
    #[arg(help = words::BACKUP, value_name = "SICHERUNG", help_heading = words::ARGUMENTS)]
    pub backup: PathBuf,
    #[arg(long, help = words::RESTORE_TARGET, value_name = "PROJEKT")]
    pub nach: PathBuf,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
#[command(group(ArgGroup::new("what").required(true).args(["liste", "zeigen", "pruefen"])))]
pub(super) struct Rezept {
    #[arg(long, help = words::LIST)]
    pub liste: bool,
    #[arg(long, help = words::SHOW, value_name = "NAME")]
    pub zeigen: Option<String>,
    #[arg(long, help = words::CHECK, value_name = "DATEI")]
    pub pruefen: Option<PathBuf>,
    #[arg(long, help = words::RECIPE_PROJECT, value_name = "PROJEKT")]
    pub projekt: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(help_template = words::HELP_TEMPLATE, next_help_heading = words::OPTIONS)]
pub(super) struct Handbuch {
    #[arg(long, help = words::HANDBOOK_TARGET, value_name = "DATEI")]
    pub nach: PathBuf,
}

/// Reads the command line; the first argument is the program itself.
pub fn read_arguments(arguments: impl IntoIterator<Item = OsString>) -> Invocation {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match CommandLine::try_parse_from(&arguments) {
        Ok(CommandLine { command: Some(_), project: Some(project), .. }) => {
            let wrong = words::wrong::unknown_argument(&project.display().to_string());
            Invocation::Wrong(format!("{wrong}\n{}", words::wrong::see_help(&call_of(&arguments))))
        }
        Ok(CommandLine { command: Some(command), json, .. }) => Invocation::Command(Call { command, json }),
        Ok(CommandLine { project, .. }) => Invocation::Window(project),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Invocation::Help(error.render().to_string())
        }
        Err(error) => Invocation::Wrong(in_german(&error, &arguments)),
    }
}

fn in_german(error: &clap::Error, arguments: &[OsString]) -> String {
    let mut lines = vec![what_is_wrong(error)];
    let possible = strings(error, ContextKind::ValidValue).filter(|values| !values.is_empty());
    lines.extend(possible.map(|values| words::wrong::possible(&values)));
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        lines.extend(string(error, kind).map(|suggested| words::wrong::suggestion(&suggested)));
    }
    lines.push(words::wrong::see_help(&call_of(arguments)));
    lines.join("\n")
}

fn what_is_wrong(error: &clap::Error) -> String {
    let argument = string(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = string(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => words::wrong::value_missing(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words::wrong::value(&argument, &value),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            words::wrong::value_missing(&argument)
        }
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand | ErrorKind::TooManyValues => {
            let unknown = string(error, ContextKind::InvalidSubcommand).unwrap_or(argument);
            words::wrong::unknown_argument(&unknown)
        }
        ErrorKind::MissingRequiredArgument => {
            words::wrong::missing(&strings(error, ContextKind::InvalidArg).unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let same = string(error, ContextKind::PriorArg).is_some_and(|prior| prior == argument);
            if same { words::wrong::twice(&argument) } else { words::wrong::conflict(&argument) }
        }
        ErrorKind::InvalidUtf8 => words::wrong::NOT_TEXT.to_owned(),
        _ => words::wrong::OTHER.to_owned(),
    }
}

fn string(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}

fn strings(error: &clap::Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind)? {
        ContextValue::Strings(texts) => Some(texts.clone()),
        ContextValue::String(text) => Some(vec![text.clone()]),
        _ => None,
    }
}

/// `aktionsplan neu` of whatever follows it.
fn call_of(arguments: &[OsString]) -> String {
    let known = <CommandLine as clap::CommandFactory>::command();
    let names: Vec<&str> = known.get_subcommands().map(clap::Command::get_name).collect();
    let command = arguments.iter().skip(1).find_map(|argument| argument.to_str().filter(|name| names.contains(name)));
    command.map_or_else(|| "aktionsplan".to_owned(), |command| format!("aktionsplan {command}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Invocation {
        read_arguments(line.split(' ').map(OsString::from))
    }

    fn wrong(line: &str) -> String {
        match read(line) {
            Invocation::Wrong(text) => text,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn without_a_command_the_window_opens() {
        assert!(matches!(read("aktionsplan"), Invocation::Window(None)));
        assert!(matches!(read("aktionsplan Mein.aktionsplan"), Invocation::Window(Some(_))));
    }

    #[test]
    fn every_command_of_the_contract_is_understood() {
        for line in [
            "neu p --vorlage leer",
            "neu p --beispiel",
            "zuordnung p t.csv --nach z.toml",
            "import p a.csv b.xlsx --zuordnung z.toml --nur-pruefen",
            "bestand p --nach aus.csv --maschine --json",
            "--json bestand p --nach aus.csv",
            "rangfolge p --rezept r.toml --wiederholungen 10 --startwert 7 --nach o",
            "programm p --aktionsraum Marten --profil kurz --format docx,odt --nach o",
            "programm p --alle --nach o",
            "pruefen p",
            "sichern p",
            "wiederherstellen s --nach p",
            "rezept --liste",
            "rezept --zeigen N --projekt p",
            "rezept --pruefen r.toml",
        ] {
            let read = read(&format!("aktionsplan {line}"));
            assert!(matches!(read, Invocation::Command(_)), "{line}: {read:?}");
        }
    }

    #[test]
    fn a_wrong_call_is_answered_in_german() {
        assert!(wrong("aktionsplan bestand p").starts_with("Es fehlt: --nach <AUS.csv>."));
        assert!(wrong("aktionsplan neu p --vorlage bochum").contains("Möglich sind: dortmund, leer."));
        assert!(!wrong("aktionsplan rezept --zeigen").contains("Möglich sind"));
        assert!(wrong("aktionsplan rangfolge p --nach o --startwert x").contains("„x“ passt nicht zu --startwert"));
        assert!(wrong("aktionsplan sichern p --laut").contains("„--laut“"));
        assert!(wrong("aktionsplan programm p --alle --aktionsraum x --nach o").contains("verträgt sich nicht"));
        assert!(wrong("aktionsplan p sichern q").contains("„p“"));
        assert!(wrong("aktionsplan rezept").contains("Hilfe: aktionsplan rezept --help"));
    }

    #[test]
    fn help_speaks_german_throughout() {
        for line in ["aktionsplan --help", "aktionsplan rangfolge --help", "aktionsplan rezept -h"] {
            let Invocation::Help(help) = read(line) else { panic!("{line}") };
            for english in ["Usage", "Options", "Arguments", "Commands", "Print", "default:", "possible values"] {
                assert!(!help.contains(english), "{english} in\n{help}");
            }
        }
    }
}
