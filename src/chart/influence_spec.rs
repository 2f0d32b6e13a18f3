//! What the charts of the place Bedarf show beside the ranks: what the order hangs on, and a rank over a weight.

use super::spec::ValueTable;
use crate::text::{self, report};

/// Parts of a whole, each a bar from 0 to 100 %.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShareChart {
    /// What the bars say together, as a sentence.
    pub sentence: String,
    /// Bars in the order in which they are drawn from the top.
    pub bars: Vec<ShareBar>,
}

/// A bar of a [`ShareChart`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShareBar {
    /// What it stands for.
    pub name: String,
    /// Its length, 0 to 1.
    pub share: f64,
    /// Standard error of the share, in the same unit.
    pub standard_error: f64,
}

/// The rank of an area over the weight of an indicator: a line of steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PathChart {
    /// Name of the area.
    pub area: String,
    /// Name of the indicator.
    pub indicator: String,
    /// From which share of the weight on, in percent, the area has which rank; the first begins at 0.
    pub steps: Vec<(f64, u32)>,
    /// Right end of the axis in percent.
    pub most_percent: f64,
    /// The weight in the recipe in percent.
    pub now_percent: f64,
}

impl ShareChart {
    /// What the chart shows, for readers who cannot see it.
    pub fn alternative_text(&self) -> String {
        let bars = self.bars.iter().map(|bar| (bar.name.as_str(), bar.share));
        report::alternative_shares(&self.sentence, bars)
    }

    /// The values as a table.
    pub fn table(&self) -> ValueTable {
        let row = |bar: &ShareBar| {
            vec![bar.name.clone(), text::decimal(bar.share * 100.0, 1), text::decimal(bar.standard_error * 100.0, 1)]
        };
        ValueTable {
            columns: report::share_columns().map(String::from).to_vec(),
            rows: self.bars.iter().map(row).collect(),
        }
    }
}

impl PathChart {
    /// Each step with the weight at which it ends, in percent.
    pub fn spans(&self) -> impl Iterator<Item = (f64, f64, u32)> + '_ {
        let ends = self.steps.iter().skip(1).map(|(from, _)| *from).chain([self.most_percent]);
        self.steps.iter().zip(ends).map(|(&(from, rank), to)| (from, to, rank))
    }

    /// What the chart shows, for readers who cannot see it.
    pub fn alternative_text(&self) -> String {
        report::alternative_path(&self.area, &self.indicator, self.now_percent, self.spans())
    }

    /// The values as a table.
    pub fn table(&self) -> ValueTable {
        let row =
            |(from, to, rank): (f64, f64, u32)| vec![text::decimal(from, 1), text::decimal(to, 1), rank.to_string()];
        ValueTable { columns: report::path_columns(&self.area).to_vec(), rows: self.spans().map(row).collect() }
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::{ChartSpec, PathChart, ShareBar, ShareChart, svg};

    #[test]
    fn a_path_says_each_rank_with_the_weights_between_which_it_holds() {
        let path = PathChart {
            area: "Marten".to_owned(),
            indicator: "Arbeitslosenrate".to_owned(),
            steps: vec![(0.0, 5), (31.0, 6)],
            most_percent: 50.0,
            now_percent: 12.5,
        };
        let chart = ChartSpec::WeightPath(path);
        let table = chart.table();
        assert_eq!(table.rows, [["0,0", "31,0", "5"], ["31,0", "50,0", "6"]].map(|row| row.map(String::from).to_vec()));
        let words = chart.alternative_text();
        assert!(words.contains("Rang 5") && words.contains("Rang 6"), "{words}");
        assert!(svg(&chart).unwrap().contains("Gewicht"));
    }

    #[test]
    fn shares_are_drawn_and_told_in_percent() {
        let bar = ShareBar { name: "Normierung".to_owned(), share: 0.65, standard_error: 0.036 };
        let chart = ChartSpec::Shares(ShareChart { sentence: "Vor allem daran.".to_owned(), bars: vec![bar] });
        assert_eq!(chart.table().rows, [["Normierung", "65,0", "3,6"].map(String::from).to_vec()]);
        assert!(chart.alternative_text().contains("Normierung 65"));
        assert!(svg(&chart).unwrap().contains("Normierung"));
    }
}
