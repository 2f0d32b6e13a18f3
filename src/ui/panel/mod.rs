//! One file per place. No panel knows another; each reads its [`PanelCx`](super::PanelCx) and puts intent into the outbox.

mod analyse;
mod bedarf;
mod berichte;
mod daten;
mod einstellungen;
mod hilfe;
mod programm;
mod start;
mod uebersicht;
mod verfahren;
mod vor_ort;

pub use analyse::AnalysePanel;
pub use bedarf::BedarfPanel;
pub use berichte::BerichtePanel;
pub use daten::DatenPanel;
pub use einstellungen::EinstellungenPanel;
pub use hilfe::HilfePanel;
pub use programm::ProgrammPanel;
pub use start::StartPanel;
pub use uebersicht::UebersichtPanel;
pub use verfahren::VerfahrenPanel;
pub use vor_ort::VorOrtPanel;
