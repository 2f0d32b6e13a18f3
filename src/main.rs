//! Start of the program: arguments, logging, window or command line; nothing else.

use aktionsplan::cli::{self, Invocation};
use aktionsplan::{app, text::Explain};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    start_log();
    match cli::read_arguments(std::env::args_os()) {
        Invocation::Window(project) => match app::run(project) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::refuse(&error.message()),
        },
        Invocation::Command(call) => cli::run(&call),
        Invocation::Help(help) => cli::show(&help),
        Invocation::Wrong(answer) => cli::refuse_usage(&answer),
    }
}

/// Writes the log to standard error; `AKTIONSPLAN_LOG` names the level (off, error, warn, info, debug, trace). Where it
/// names none, libraries only report errors: their remarks say nothing to whoever uses the program.
struct Log {
    whole: bool,
}

impl log::Log for Log {
    fn enabled(&self, metadata: &log::Metadata) -> bool {
        let own = metadata.target().split("::").next() == Some("aktionsplan");
        metadata.level() <= log::max_level() && (self.whole || own || metadata.level() == log::Level::Error)
    }

    fn log(&self, record: &log::Record) {
        if self.enabled(record.metadata()) {
            let line =
                writeln!(std::io::stderr().lock(), "[{}] {}: {}", record.level(), record.target(), record.args());
            // There is no other place to say that standard error is closed.
            drop(line);
        }
    }

    fn flush(&self) {}
}

fn start_log() {
    let level = std::env::var("AKTIONSPLAN_LOG").ok().and_then(|level| level.parse().ok());
    let logger = Box::leak(Box::new(Log { whole: level.is_some() }));
    if log::set_logger(logger).is_ok() {
        log::set_max_level(level.unwrap_or(log::LevelFilter::Warn));
    }
    std::panic::set_hook(Box::new(|panic| log::error!("{panic}")));
}
