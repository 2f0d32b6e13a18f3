//! The scale between the values of an indicator and its normalised values.

/// The scale of one indicator: what its observed values in the reference set amount to, after the treatment of outlying
/// values and in the indicator's own unit. Values that were filled in do not count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleFacts {
    /// Number of values.
    pub count: usize,
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation with the divisor of the recipe's normalisation, n where it names none.
    pub deviation: f64,
    /// Median.
    pub median: f64,
    /// Median absolute deviation from the median, without the factor 1.4826.
    pub absolute_deviation: f64,
    /// Smallest value.
    pub smallest: f64,
    /// Greatest value.
    pub greatest: f64,
    /// Skewness before the treatment, in the form that the treatment names, else corrected for samples.
    pub skewness: f64,
    /// Excess kurtosis before the treatment, in the same form.
    pub kurtosis: f64,
    /// From what distances are measured, where the recipe measures any.
    pub benchmark: Option<f64>,
    /// Fixed ends of the scale, where the indicator has any.
    pub goalposts: Option<(f64, f64)>,
    /// Whether a low value means need.
    pub turned: bool,
}

impl ScaleFacts {
    /// Each number with its stable name in `stufen.csv`; those that are not defined are left out.
    pub fn named(&self) -> Vec<(&'static str, f64)> {
        let (low, high) = self.goalposts.unzip();
        let all = [
            ("scale_count", Some(self.count as f64)),
            ("scale_mean", Some(self.mean)),
            ("scale_deviation", Some(self.deviation)),
            ("scale_median", Some(self.median)),
            ("scale_mad", Some(self.absolute_deviation)),
            ("scale_min", Some(self.smallest)),
            ("scale_max", Some(self.greatest)),
            ("scale_benchmark", self.benchmark),
            ("scale_low", low),
            ("scale_high", high),
            ("skewness", Some(self.skewness)),
            ("kurtosis", Some(self.kurtosis)),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| value.is_finite())?))).collect()
    }
}
