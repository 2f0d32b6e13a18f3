//! Start of the program: arguments, logging, window or command line; nothing else.

fn main() {
    if let Err(error) = aktionsplan::app::run(std::env::args_os().nth(1).map(Into::into)) {
        eprintln!("{}", aktionsplan::text::Explain::message(&error).as_text());
    }
}
