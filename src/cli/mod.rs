//! The same project and analysis without a window: batch work, automation, checks.
//!
//! One file per command. A command returns a report or a failure; printing, exit codes and panics are handled here,
//! once. Nothing here decides what a change means: that is `project`.

mod args;
mod bestand;
mod handbuch;
mod import;
mod neu;
mod output;
mod programm;
mod progress;
mod project_file;
mod raeume;
mod rangfolge;
mod raumstatistik;
mod rezept;
mod sicherung;
mod table;
mod zuordnung;

pub use args::{Call, Invocation, read_arguments};

use args::Command;
use output::{Failure, Report};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// The command was carried out.
const DONE: u8 = 0;
/// The command was refused or failed; nothing was changed.
const REFUSED: u8 = 1;
/// The call makes no sense.
const WRONG_USAGE: u8 = 2;
/// The program itself failed.
const INTERNAL: u8 = 3;

/// Carries out a command and prints what came of it.
pub fn run(call: &Call) -> ExitCode {
    match catch_unwind(AssertUnwindSafe(|| carry_out(&call.command))) {
        Ok(outcome) => finish(outcome, call.json),
        Err(_) => {
            output::say(&crate::text::cli::internal().as_text());
            ExitCode::from(INTERNAL)
        }
    }
}

/// Prints the help or version that was asked for.
pub fn show(help: &str) -> ExitCode {
    output::print(help);
    ExitCode::from(DONE)
}

/// Answers a call that makes no sense.
pub fn refuse_usage(answer: &str) -> ExitCode {
    output::say(answer);
    ExitCode::from(WRONG_USAGE)
}

/// Says why something was refused.
pub fn refuse(message: &crate::text::Message) -> ExitCode {
    output::say(&message.as_text());
    ExitCode::from(REFUSED)
}

fn carry_out(command: &Command) -> Result<Report, Failure> {
    match command {
        Command::Neu(args) => neu::run(args),
        Command::Zuordnung(args) => zuordnung::run(args),
        Command::Import(args) => import::run(args),
        Command::Bestand(args) => bestand::run(args),
        Command::Raeume(args) => raeume::run(args),
        Command::Rangfolge(args) => rangfolge::run(args),
        Command::Raumstatistik(args) => raumstatistik::run(args),
        Command::Programm(args) => programm::run(args),
        Command::Pruefen(args) => project_file::check(args),
        Command::Sichern(args) => sicherung::back_up(args),
        Command::Wiederherstellen(args) => sicherung::restore(args),
        Command::Rezept(args) => rezept::run(args),
        Command::Handbuch(args) => handbuch::run(args),
    }
}

fn finish(outcome: Result<Report, Failure>, json: bool) -> ExitCode {
    match outcome {
        Ok(report) => {
            output::print(&if json { report.json_text() } else { report.text });
            ExitCode::from(DONE)
        }
        Err(Failure::Usage(answer)) => refuse_usage(&answer),
        Err(Failure::Internal) => {
            output::say(&crate::text::cli::internal().as_text());
            ExitCode::from(INTERNAL)
        }
        Err(Failure::Refused(refused)) => {
            if json {
                output::print(&refused.json_text());
            }
            refuse(&refused.message)
        }
    }
}
