//! The table of the relation, on the screen and for the clipboard.

use super::relation_data::{Line, LocalPattern, Relation};
use crate::domain::{AreaId, Observation};
use crate::text::{self, panel::analyse as words};
use crate::ui::widget::data_table::{Column, DataTable, Row, Sort};
use crate::ui::{PanelCx, picture};
use std::collections::BTreeSet;

impl Relation {
    /// Columns: the map's indicator, then the second one with the rank, or what the neighbours say.
    pub fn columns(&self) -> Vec<Column<'_>> {
        let sorted = self.key.sort.unwrap_or((1, Sort::Descending));
        let of = |at: usize| (sorted.0 == at).then_some(sorted.1);
        let mut columns = vec![
            Column::text(words::AREA).flex(130.0).sortable(of(0)),
            Column::number(self.shown.name.as_str()).unit(self.shown.unit.as_str()).flex(110.0).sortable(of(1)),
        ];
        if self.run().is_some() {
            columns.push(match self.key.local {
                LocalPattern::Moran => Column::number(words::NEIGHBOURS).fixed(92.0),
                LocalPattern::GStar => Column::number(words::G_STAR).fixed(92.0),
            });
            columns.push(Column::text(words::PATTERN).flex(150.0));
            columns.push(Column::number(words::P_VALUE).fixed(80.0));
        } else {
            let title = self.against.name.as_str();
            columns.push(Column::number(title).unit(self.against.unit.as_str()).flex(110.0).sortable(of(2)));
            columns.push(Column::number(words::RANK).fixed(60.0).sortable(of(3)));
        }
        columns
    }

    /// A row; areas of the selected set stand out.
    pub fn describe_marked(&self, at: usize, chosen: &BTreeSet<AreaId>, row: &mut Row<'_>) {
        let line = &self.lines[at];
        if chosen.contains(&line.area) {
            row.strong(&line.name);
        } else {
            row.name(&line.name);
        }
        let print = |found: Observation, decimals: u8| text::value_or_sign(found.value, found.status, decimals);
        self.cells(line, row, print);
    }

    /// The table for the clipboard: numbers alone, the notes name the marks that they bear.
    pub fn copied(&self, cx: &PanelCx, rows: &[usize]) -> String {
        let columns = self.columns();
        let table = DataTable::new("zusammenhang", words::MAP, &columns).rows(rows.len());
        let print = |found: Observation, decimals: u8| {
            found.value.map_or_else(String::new, |value| text::decimal(value, decimals))
        };
        let table = table.tab_separated(&mut |index, row| {
            let line = &self.lines[rows[index]];
            row.name(&line.name);
            self.cells(line, row, print);
        });
        let own = |at: &usize| [self.lines[*at].shown, self.lines[*at].against];
        let shown: Vec<Observation> = rows.iter().flat_map(own).flatten().collect();
        let name = if self.run().is_some() {
            words::pattern_of(&self.shown.name)
        } else {
            words::scatter_title(&self.shown.name, &self.against.name)
        };
        let title = words::dated(&words::at_level(&name, text::area_level_plural(self.key.level)), &self.shown.period);
        let mut notes: Vec<String> = self.sentence().into_iter().collect();
        notes.extend(self.absent(&cx.snapshot.data, cx.derived.shapes(self.key.level).is_some()));
        picture::copied(cx, &title, &table, &self.shown.period, &shown, notes)
    }

    fn cells(&self, line: &Line, row: &mut Row<'_>, print: fn(Observation, u8) -> String) {
        let value = |row: &mut Row<'_>, found: Option<Observation>, decimals: u8| match found {
            None => row.empty(),
            Some(found) if found.value.is_none() => row.sign(text::status_sign(found.status)),
            Some(found) => row.text(&print(found, decimals)),
        };
        value(row, line.shown, self.shown.decimals);
        if self.run().is_some() {
            match self.local(line.area) {
                Some(local) => {
                    let (number, short) = match self.key.local {
                        LocalPattern::Moran => (text::decimal(local.lag, self.shown.decimals), &words::CLUSTERS_SHORT),
                        LocalPattern::GStar => (text::decimal(local.g_star, 2), &words::HOT_SPOTS_SHORT),
                    };
                    row.text(&number);
                    row.small(line.class.and_then(|class| short.get(class)).copied().unwrap_or_default());
                    row.text(&local.p_corrected.map(crate::text::space::p_value).unwrap_or_default());
                }
                None => (0..3).for_each(|_| row.empty()),
            }
            return;
        }
        value(row, line.against, self.against.decimals);
        match line.rank {
            Some(rank) => row.text(&text::place(rank)),
            None => row.empty(),
        }
    }
}
