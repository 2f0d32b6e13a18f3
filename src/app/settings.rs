//! Settings of this computer: theme, rail, size, recent files. A broken file means defaults, never a failed start.

use crate::fs;
use crate::ui::{RecentFile, ThemeChoice};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const MOST_RECENT: usize = 8;

/// Settings as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark or as the system.
    pub theme: ThemeChoice,
    /// Whether the rail is narrow.
    pub narrow_rail: bool,
    /// Size of everything, 1.0 = normal.
    pub zoom: f32,
    /// Recent projects, newest first.
    pub recent: Vec<Recent>,
}

/// A recent project as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Title.
    pub title: String,
    /// A line about it.
    pub summary: String,
    /// When it was last opened.
    pub opened_at: String,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { theme: ThemeChoice::System, narrow_rail: false, zoom: 1.0, recent: Vec::new() }
    }
}

/// Where the user keeps documents; the home directory where there is no such place.
pub fn documents() -> Option<PathBuf> {
    let user = directories::UserDirs::new()?;
    Some(user.document_dir().unwrap_or_else(|| user.home_dir()).to_owned())
}

fn directories() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("de", "", "aktionsplan")
}

fn settings_path() -> Option<PathBuf> {
    directories().map(|directories| directories.config_dir().join("einstellungen.toml"))
}

/// Folder in which copies of the sample project are kept.
pub fn sample_folder() -> PathBuf {
    directories().map_or_else(std::env::temp_dir, |directories| directories.data_local_dir().join("Beispiel"))
}

impl Settings {
    /// The stored settings, or the defaults.
    pub fn load() -> Settings {
        let stored = settings_path().and_then(|path| fs::read(&path).ok());
        let text = stored.and_then(|bytes| String::from_utf8(bytes).ok());
        let mut settings: Settings = text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        settings.zoom = settings.zoom.clamp(0.7, 2.0);
        settings
    }

    /// Stores the settings. A failure is logged: it must not keep anyone from working.
    pub fn save(&self) {
        let Some(path) = settings_path() else { return };
        let Ok(text) = toml::to_string(self) else { return };
        let written =
            path.parent().map_or(Ok(()), fs::create_dir).and_then(|()| fs::write_atomic(&path, text.as_bytes()));
        if let Err(error) = written {
            log::warn!("settings not stored: {error}");
        }
    }

    /// Puts a project at the head of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.recent.retain(|known| known.path != recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }

    /// Brings what is said about a recent project up to date.
    pub fn update_summary(&mut self, path: &Path, title: &str, summary: String) {
        if let Some(known) = self.recent.iter_mut().find(|known| known.path == path) {
            known.title = title.to_owned();
            known.summary = summary;
        }
    }

    /// Forgets a recent project.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known.path != path);
    }

    /// The recent projects with a look whether they are there.
    pub fn recent_files(&self) -> Vec<RecentFile> {
        self.recent
            .iter()
            .map(|recent| RecentFile {
                path: recent.path.clone(),
                title: recent.title.clone(),
                summary: recent.summary.clone(),
                opened_at: recent.opened_at.clone(),
                reachable: fs::exists(&recent.path),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(name: &str) -> Recent {
        Recent { path: name.into(), title: name.into(), summary: String::new(), opened_at: String::new() }
    }

    #[test]
    fn a_project_opened_again_moves_to_the_head() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"] {
            settings.remember(recent(name));
        }
        let order: Vec<&str> = settings.recent.iter().map(|known| known.title.as_str()).collect();
        assert_eq!(order, ["a", "b"]);
    }

    #[test]
    fn a_recent_project_says_what_it_held_when_it_was_closed() {
        let mut settings = Settings::default();
        settings.remember(recent("a"));
        settings.update_summary(Path::new("a"), "Neuer Titel", "7 Werte".into());
        let known = &settings.recent[0];
        assert_eq!((known.title.as_str(), known.summary.as_str()), ("Neuer Titel", "7 Werte"));
    }

    #[test]
    fn settings_of_another_version_keep_what_is_known() {
        let settings: Settings = toml::from_str("theme = \"dark\"\nfuture = 1").unwrap();
        assert_eq!(settings, Settings { theme: ThemeChoice::Dark, ..Settings::default() });
    }
}
