//! The layer table: which layer may use which, and which crates are reserved to one. Reads the sources, compiles nothing.
//!
//! Code under `#[cfg(test)]` is free to use what it needs. The same table stands in `src/ARCHITECTURE.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use syn::visit::{self, Visit};

/// A layer and the layers that it may use beside itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("jobs", &[]),
    ("theme", &[]),
    ("clock", &[]),
    ("text", &["domain"]),
    ("fs", &["text"]),
    ("document", &["domain"]),
    ("import", &["domain", "jobs", "text"]),
    ("analysis", &["domain", "jobs", "text"]),
    ("chart", &["domain", "text", "theme"]),
    ("programme", &["domain", "analysis", "document", "chart", "text"]),
    ("export", &["domain", "document", "chart", "theme", "text"]),
    ("store", &["domain", "fs", "text"]),
    ("project", &["clock", "domain", "fs", "import", "store", "jobs", "text"]),
    ("reports", &["analysis", "document", "domain", "export", "jobs", "programme", "project", "text"]),
    ("sample", &["analysis", "clock", "domain", "jobs", "programme", "project", "reports"]),
    (
        "cli",
        &[
            "analysis",
            "chart",
            "clock",
            "document",
            "domain",
            "export",
            "fs",
            "import",
            "jobs",
            "programme",
            "project",
            "reports",
            "sample",
            "store",
            "text",
            "theme",
        ],
    ),
    (
        "ui",
        &[
            "analysis",
            "chart",
            "document",
            "domain",
            "import",
            "jobs",
            "programme",
            "project",
            "reports",
            "text",
            "theme",
        ],
    ),
    (
        "app",
        &[
            "analysis",
            "chart",
            "clock",
            "document",
            "domain",
            "export",
            "fs",
            "import",
            "jobs",
            "programme",
            "project",
            "reports",
            "sample",
            "store",
            "text",
            "theme",
            "ui",
        ],
    ),
];

/// A path outside the crate and the places that may use it: layers, or files and folders below `src`.
const RESERVED: &[(&str, &[&str])] = &[
    ("std::fs", &["fs", "store"]),
    ("std::thread", &["jobs", "project/engine"]),
    ("std::net", &[]),
    ("std::process::Command", &["app"]),
    ("jiff::Zoned", &["clock"]),
    ("jiff::Timestamp", &["clock"]),
    ("std::time::SystemTime", &["clock"]),
    ("rusqlite", &["store"]),
    ("csv", &["export"]),
    ("calamine", &["import"]),
    ("encoding_rs", &["import"]),
    ("geojson", &["import"]),
    ("proj4rs", &["import"]),
    ("earcut", &["ui"]),
    ("strsim", &["import", "programme"]),
    ("zip", &["import", "export"]),
    ("quick_xml", &["import", "export"]),
    ("rayon", &["analysis"]),
    ("rand_core", &["analysis"]),
    ("rand_chacha", &["analysis"]),
    ("libm", &["analysis"]),
    ("plotters", &["chart"]),
    ("typst", &["export/pdf"]),
    ("typst_layout", &["export/pdf"]),
    ("typst_pdf", &["export/pdf"]),
    ("typst_render", &["export/pdf"]),
    ("resvg", &["chart"]),
    ("clap", &["cli"]),
    ("egui", &["ui", "app"]),
    ("egui_extras", &["ui", "app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("directories", &["app"]),
    ("arboard", &["app"]),
];

/// Colours are made from numbers here only.
const COLOUR_FILE: &str = "src/ui/widget/style.rs";

/// What the sources outside tests hold, read once for all tests.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(read_sources);

struct Source {
    name: String,
    module: Vec<String>,
    has_header: bool,
    uses: Vec<Vec<String>>,
    habits: Vec<String>,
    literals: Vec<String>,
}

#[test]
fn every_layer_uses_only_what_the_table_allows() {
    let mut forbidden = BTreeSet::new();
    for (file, path) in uses() {
        let from = layer_of(file);
        let Some(to) = path.strip_prefix(&["crate".to_owned()]).and_then(<[String]>::first) else { continue };
        let to_is_layer = LAYERS.iter().any(|(layer, _)| layer == to);
        if to_is_layer && to != &from && !allowed(&from).contains(&to.as_str()) {
            forbidden.insert(format!("{file} → {}", path.join("::")));
        }
    }
    assert_none(&forbidden, "uses of layers that the table does not allow");
}

#[test]
fn every_module_at_the_top_has_its_place_in_the_table() {
    let names: BTreeSet<String> =
        SOURCES.iter().map(|source| layer_of(&source.name)).filter(|name| name != "lib").collect();
    let known: BTreeSet<String> = LAYERS.iter().map(|(layer, _)| (*layer).to_owned()).chain(["main".into()]).collect();
    assert_none(&names.difference(&known).cloned().collect(), "modules without a row in the layer table");
}

#[test]
fn reserved_crates_are_used_only_where_they_belong() {
    let mut forbidden = BTreeSet::new();
    for (file, path) in uses() {
        let path = path.join("::");
        for (reserved, places) in RESERVED {
            let touched = path == *reserved || path.starts_with(&format!("{reserved}::"));
            if touched && !places.iter().any(|place| is_in(file, place)) {
                forbidden.insert(format!("{file} → {path}"));
            }
        }
    }
    assert_none(&forbidden, "uses of reserved crates");
}

#[test]
fn no_panel_knows_another() {
    let panels: BTreeSet<String> = SOURCES.iter().filter_map(|source| panel_of(&source.module)).collect();
    let mut forbidden = BTreeSet::new();
    for (file, path) in uses() {
        let own = panel_of(&module_of(file));
        let [root, ui, panel, other, ..] = path.as_slice() else { continue };
        let is_panel = root == "crate" && ui == "ui" && panel == "panel" && panels.contains(other);
        if is_panel && own.as_ref().is_some_and(|own| own != other) {
            forbidden.insert(format!("{file} → {}", path.join("::")));
        }
    }
    assert_none(&forbidden, "panels that use another panel");
}

#[test]
fn colours_come_from_the_theme() {
    let mut forbidden = BTreeSet::new();
    for (file, path) in uses() {
        let made = path.windows(2).any(|pair| pair[0] == "Color32" && pair[1].starts_with("from_"));
        if made && file != COLOUR_FILE {
            forbidden.insert(format!("{file} → {}", path.join("::")));
        }
    }
    assert_none(&forbidden, "colours outside the theme");
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = SOURCES.iter().filter(|source| !source.has_header).map(|source| source.name.clone());
    assert_none(&silent.collect(), "files without `//!` at their head");
}

#[test]
fn nothing_is_left_undone_and_no_failure_is_unwrapped() {
    let habits =
        |source: &Source| source.habits.iter().map(|what| format!("{} → {what}", source.name)).collect::<Vec<_>>();
    let found = SOURCES.iter().flat_map(habits).collect();
    assert_none(&found, "unfinished or unguarded code");
}

#[test]
fn sql_stands_in_sql_files() {
    let mut found = BTreeSet::new();
    for source in SOURCES.iter() {
        let sql = source.literals.iter().filter(|text| looks_like_sql(text));
        found.extend(sql.map(|text| format!("{} → {text}", source.name)));
    }
    assert_none(&found, "SQL in Rust files");
}

fn assert_none(found: &BTreeSet<String>, what: &str) {
    let list: Vec<&str> = found.iter().map(String::as_str).collect();
    assert!(list.is_empty(), "{what}:\n  {}", list.join("\n  "));
}

fn allowed(layer: &str) -> Vec<&'static str> {
    match layer {
        "main" => vec!["app", "cli", "text"],
        "lib" => Vec::new(),
        layer => LAYERS.iter().find(|(name, _)| *name == layer).map_or_else(Vec::new, |(_, uses)| uses.to_vec()),
    }
}

/// `src/import/draft.rs` → `import`, `src/fs.rs` → `fs`
fn layer_of(file: &str) -> String {
    let inner = file.trim_start_matches("src/");
    inner.split_once('/').map_or(inner, |(folder, _)| folder).trim_end_matches(".rs").to_owned()
}

fn is_in(file: &str, place: &str) -> bool {
    let inner = file.trim_start_matches("src/");
    inner == format!("{place}.rs") || inner.starts_with(&format!("{place}/"))
}

/// `[ui, panel, daten, preview]` → `daten`
fn panel_of(module: &[String]) -> Option<String> {
    match module {
        [ui, panel, own, ..] if ui == "ui" && panel == "panel" => Some(own.clone()),
        _ => None,
    }
}

/// `src/ui/panel/daten.rs` → `[ui, panel, daten]`; `mod.rs`, `lib.rs` and `main.rs` stand for their folder.
fn module_of(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

fn looks_like_sql(text: &str) -> bool {
    const STARTS: [&str; 8] =
        ["SELECT ", "INSERT ", "UPDATE ", "DELETE FROM ", "CREATE TABLE", "CREATE TRIGGER", "DROP TABLE", "PRAGMA "];
    STARTS.iter().any(|start| text.trim_start().starts_with(start))
}

/// Every use of every file.
fn uses() -> impl Iterator<Item = (&'static str, &'static Vec<String>)> {
    SOURCES.iter().flat_map(|source| source.uses.iter().map(|path| (source.name.as_str(), path)))
}

fn read_sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), &mut paths);
    paths.sort();
    let mut sources = Vec::new();
    let mut test_modules = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let source = read_source(name, &text, &syntax);
        test_modules.extend(declared_for_tests(&source.module, &syntax));
        sources.push(source);
    }
    sources.retain(|source| !test_modules.iter().any(|test| source.module.starts_with(test)));
    sources
}

fn read_source(name: String, text: &str, syntax: &syn::File) -> Source {
    let module = module_of(&name);
    let mut paths = Paths { module: module.clone(), names: local_names(syntax), ..Paths::default() };
    let (mut habits, mut literals) = (Habits::default(), Literals::default());
    paths.visit_file(syntax);
    habits.visit_file(syntax);
    literals.visit_file(syntax);
    // The documentation of the crate itself is a file of its own.
    let has_header = text.starts_with("//!") || (name == "src/lib.rs" && text.starts_with("#![doc = include_str!"));
    Source { name, module, has_header, uses: paths.found, habits: habits.found, literals: literals.found }
}

/// Modules in files of their own that are declared under `#[cfg(test)]`.
fn declared_for_tests(module: &[String], syntax: &syn::File) -> Vec<Vec<String>> {
    let modules = syntax.items.iter().filter_map(|item| match item {
        syn::Item::Mod(inner) if inner.content.is_none() && only_in_tests(&inner.attrs) => {
            Some(inner.ident.to_string())
        }
        _ => None,
    });
    modules.map(|name| module.iter().cloned().chain([name]).collect()).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn only_in_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test")))
    })
}

/// Names that a file brings in itself: modules it declares and what it imports, with the full path of the latter.
fn local_names(file: &syn::File) -> BTreeMap<String, Option<Vec<String>>> {
    let mut names = BTreeMap::new();
    for item in &file.items {
        match item {
            syn::Item::Mod(module) => {
                names.insert(module.ident.to_string(), None);
            }
            syn::Item::Use(item) => {
                for (path, name) in flatten(&item.tree, &mut Vec::new()) {
                    if path.len() > 1 {
                        names.insert(name, Some(path));
                    }
                }
            }
            _ => {}
        }
    }
    names
}

/// The paths of a `use` with the names that they get.
fn flatten(tree: &syn::UseTree, prefix: &mut Vec<String>) -> Vec<(Vec<String>, String)> {
    let with = |prefix: &[String], last: &syn::Ident| {
        let mut path = prefix.to_vec();
        if last != "self" {
            path.push(last.to_string());
        }
        path
    };
    match tree {
        syn::UseTree::Path(inner) => {
            prefix.push(inner.ident.to_string());
            let found = flatten(&inner.tree, prefix);
            prefix.pop();
            found
        }
        syn::UseTree::Name(inner) => {
            let path = with(prefix, &inner.ident);
            let name = path.last().cloned().unwrap_or_default();
            vec![(path, name)]
        }
        syn::UseTree::Rename(inner) => vec![(with(prefix, &inner.ident), inner.rename.to_string())],
        syn::UseTree::Glob(_) => vec![(prefix.clone(), String::new())],
        syn::UseTree::Group(group) => group.items.iter().flat_map(|item| flatten(item, prefix)).collect(),
    }
}

/// Collects paths, resolved to `crate::…` or to the crate or standard module that they begin with.
#[derive(Default)]
struct Paths {
    module: Vec<String>,
    names: BTreeMap<String, Option<Vec<String>>>,
    found: Vec<Vec<String>>,
}

impl Paths {
    fn add(&mut self, path: &[String]) {
        if let Some(path) = self.resolve(path) {
            self.found.push(path);
        }
    }

    fn resolve(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" | "aktionsplan" => Some(std::iter::once("crate".to_owned()).chain(rest.iter().cloned()).collect()),
            "self" | "super" => {
                let mut module = self.module.clone();
                let ups = path.iter().take_while(|segment| *segment == "super" || *segment == "self").count();
                path.iter().take(ups).filter(|segment| *segment == "super").for_each(|_| {
                    module.pop();
                });
                let inner = module.into_iter().chain(path.iter().skip(ups).cloned());
                Some(std::iter::once("crate".to_owned()).chain(inner).collect())
            }
            name => match self.names.get(name) {
                Some(None) => None,
                Some(Some(origin)) => {
                    let full: Vec<String> = origin.iter().chain(rest).cloned().collect();
                    if origin.first().is_some_and(|first| first == name) { Some(full) } else { self.resolve(&full) }
                }
                None => Some(path.to_vec()),
            },
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if only_in_tests(&item.attrs) {
            return;
        }
        for (path, _) in flatten(&item.tree, &mut Vec::new()) {
            // A `use` names its path in full: what the file imports elsewhere does not stand for it.
            let names = std::mem::take(&mut self.names);
            self.names = names.iter().filter(|(_, origin)| origin.is_none()).map(|(n, _)| (n.clone(), None)).collect();
            self.add(&path);
            self.names = names;
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !only_in_tests(&item.attrs) {
            self.module.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !only_in_tests(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !only_in_tests(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.add(&segments);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        for path in paths_in(&item.tokens.to_string()) {
            self.add(&path);
        }
        visit::visit_macro(self, item);
    }
}

/// Paths of at least two segments in the tokens of a macro.
fn paths_in(tokens: &str) -> Vec<Vec<String>> {
    let joined = tokens.replace(" :: ", "::").replace(":: ", "::").replace(" ::", "::");
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = joined.split(|c| !is_part(c)).filter(|word| word.contains("::"));
    words
        .map(|word| word.split("::").filter(|segment| !segment.is_empty()).map(str::to_owned).collect())
        .filter(|path: &Vec<String>| path.len() > 1)
        .collect()
}

/// Finds what must not stand outside tests.
#[derive(Default)]
struct Habits {
    found: Vec<String>,
}

impl<'ast> Visit<'ast> for Habits {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !only_in_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !only_in_tests(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "unwrap" && call.args.is_empty() {
            self.found.push(".unwrap()".into());
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        for name in ["todo", "unimplemented", "dbg", "println", "eprintln"] {
            if item.path.is_ident(name) {
                self.found.push(format!("{name}!"));
            }
        }
        let tokens: String = item.tokens.to_string().split_whitespace().collect();
        if tokens.contains(".unwrap()") {
            self.found.push(".unwrap() in a macro".into());
        }
        visit::visit_macro(self, item);
    }
}

/// Collects string literals outside tests.
#[derive(Default)]
struct Literals {
    found: Vec<String>,
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !only_in_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.found.push(literal.value());
    }
}

#[test]
fn paths_are_found_in_every_form_of_writing() {
    let file: syn::File = syn::parse_str(
        "use super::{store, text::{self, date as datum}};\nuse crate::fs;\n\
         fn f() { fs::read(); std::fs::read(); log::warn!(\"{}\", crate::app::run()); datum::x(); }\n\
         #[cfg(test)] mod tests { use rusqlite::Connection; }",
    )
    .unwrap();
    let mut paths = Paths { module: vec!["import".into()], names: local_names(&file), ..Paths::default() };
    paths.visit_file(&file);
    let found: BTreeSet<String> = paths.found.iter().map(|path| path.join("::")).collect();
    for expected in
        ["crate::store", "crate::text", "crate::text::date", "crate::fs::read", "std::fs::read", "crate::app::run"]
    {
        assert!(found.contains(expected), "{expected} is not in {found:?}");
    }
    assert!(!found.iter().any(|path| path.contains("rusqlite")), "{found:?}");
}
