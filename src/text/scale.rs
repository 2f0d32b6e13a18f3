//! Words of the intermediate values: how a value became its normalised value, and that its contribution.

use super::{count, decimal, place};
use crate::domain::{Aggregation, DistanceForm, GoalpostScale, Normalisation, ScaleFacts, ScaledRank};

/// A value beside its normalised value, with the scale between them. All but `result` are in the indicator's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaledValue {
    /// The value that was normalised.
    pub value: f64,
    /// The normalised value.
    pub result: f64,
    /// Decimals of values and scale.
    pub decimals: u8,
    /// The scale between them.
    pub scale: ScaleFacts,
}

impl ScaledValue {
    fn own(&self, value: f64) -> String {
        decimal(value, self.decimals)
    }

    /// Place from the greatest need on, from the number of values that count as below; halves where values are equal.
    fn place(&self, below: f64) -> String {
        place(((self.scale.count as f64 - below) * 2.0).round() / 2.0)
    }
}

/// Decimals of normalised values and contributions.
const DECIMALS: u8 = 3;

/// The value, and what was done to it before.
pub fn value_before(scaled: &ScaledValue, filled: bool, touched: bool) -> (String, String) {
    let mut how = decimal(scaled.value, scaled.decimals);
    if filled {
        how.push_str(", ergänzt");
    }
    if touched {
        how.push_str(", als Ausreißer verändert");
    }
    ("Wert vor der Normierung".to_owned(), how)
}

/// The computation with its numbers: `(14,38 − 9,58) / 2,52 = 1,903`.
pub fn computed(method: Normalisation, scaled: &ScaledValue) -> (String, String) {
    let formula = format!("{} = {}", formula(method, scaled), decimal(scaled.result, DECIMALS));
    (format!("Normierung: {}", super::needs::normalisation_short(method)), formula)
}

fn formula(method: Normalisation, scaled: &ScaledValue) -> String {
    let own = |value: f64| scaled.own(value);
    let x = own(scaled.value);
    let minus = if scaled.scale.turned { "−" } else { "" };
    let n = scaled.scale.count as f64;
    let at_place = |below: f64, rest: &dyn Fn(&str) -> String| {
        let r = scaled.place(below);
        format!("Platz r = {r} von n = {}: {}", count(scaled.scale.count), rest(&r))
    };
    let n_words = count(scaled.scale.count);
    match method {
        Normalisation::ZScore { .. } => {
            format!("{minus}({x} − {}) / {}", own(scaled.scale.mean), own(scaled.scale.deviation))
        }
        Normalisation::ScaledZ { mean, spread, .. } => format!(
            "{} {} {} · ({x} − {}) / {}",
            short(mean),
            if scaled.scale.turned { "−" } else { "+" },
            short(spread),
            own(scaled.scale.mean),
            own(scaled.scale.deviation)
        ),
        Normalisation::RobustZ => {
            format!("{minus}({x} − {}) / (1,4826 · {})", own(scaled.scale.median), own(scaled.scale.absolute_deviation))
        }
        Normalisation::MinMax { from, to } => {
            let (low, high) = (own(scaled.scale.smallest), own(scaled.scale.greatest));
            let way = if scaled.scale.turned { format!("{high} − {x}") } else { format!("{x} − {low}") };
            format!("{} + {} · ({way}) / ({high} − {low})", short(from), short(to - from))
        }
        Normalisation::Goalposts { from, to, scale, .. } => {
            let (low, high) = scaled.scale.goalposts.unwrap_or((scaled.scale.smallest, scaled.scale.greatest));
            let part = |value: String| match scale {
                GoalpostScale::Linear => value,
                GoalpostScale::Log => format!("ln {value}"),
            };
            let (x, low, high) = (part(x), part(own(low)), part(own(high)));
            let way = if scaled.scale.turned { format!("{high} − {x}") } else { format!("{x} − {low}") };
            format!("{} + {} · ({way}) / ({high} − {low})", short(from), short(to - from))
        }
        Normalisation::Rank { .. } => at_place(scaled.result - 1.0, &|r| format!("{n_words} − {r} + 1")),
        Normalisation::Borda { .. } => at_place(scaled.result, &|r| format!("{n_words} − {r}")),
        Normalisation::PercentileRank { .. } => {
            at_place(scaled.result * (n - 1.0) / 100.0, &|r| format!("100 · ({n_words} − {r}) / ({n_words} − 1)"))
        }
        Normalisation::Exponential { scaled_rank, .. } => {
            let reached = (1.0 - (-scaled.result / 23.0).exp()) / (1.0 - (-100.0_f64 / 23.0).exp());
            let (below, share): (f64, fn(&str, &str) -> String) = match scaled_rank {
                ScaledRank::ToOne => (reached * n - 1.0, |n, r| format!("({n} − {r} + 1) / {n}")),
                ScaledRank::FromZero => (reached * n, |n, r| format!("({n} − {r}) / {n}")),
            };
            at_place(below, &|r| format!("R = {}, −23 · ln(1 − R · (1 − e^(−100/23)))", share(&n_words, r)))
        }
        Normalisation::Distance { form, .. } => {
            let to = own(scaled.scale.benchmark.unwrap_or(scaled.scale.greatest));
            match form {
                DistanceForm::Relative => format!("{minus}100 · ({x} − {to}) / |{to}|"),
                DistanceForm::Range => {
                    let least = own(if scaled.scale.turned { scaled.scale.greatest } else { scaled.scale.smallest });
                    format!("100 · ({x} − {least}) / ({to} − {least})")
                }
            }
        }
        Normalisation::ShareOfMean if scaled.scale.turned => format!("200 − 100 · {x} / {}", own(scaled.scale.mean)),
        Normalisation::ShareOfMean => format!("100 · {x} / {}", own(scaled.scale.mean)),
    }
}

/// What the observed values of the reference set amount to.
pub fn scale(scaled: &ScaledValue) -> (String, String) {
    let own = |value: f64| scaled.own(value);
    let mut facts = format!(
        "{} beobachtete Werte der Bezugsmenge: Mittel {}, Standardabweichung {}, Median {}, Median der Abweichungen {}, kleinster {}, größter {}",
        count(scaled.scale.count),
        own(scaled.scale.mean),
        own(scaled.scale.deviation),
        own(scaled.scale.median),
        own(scaled.scale.absolute_deviation),
        own(scaled.scale.smallest),
        own(scaled.scale.greatest)
    );
    if scaled.scale.skewness.is_finite() && scaled.scale.kurtosis.is_finite() {
        facts.push_str(&format!(
            "; vor der Behandlung der Ausreißer Schiefe {}, Wölbung {}",
            decimal(scaled.scale.skewness, 2),
            decimal(scaled.scale.kurtosis, 2)
        ));
    }
    facts.push('.');
    ("Skala".to_owned(), facts)
}

/// How a normalised value became a contribution. `is_plain`: without Teilindizes; weights are shares of 1, `present`
/// the weight of the indicators that the area has.
pub fn contribution(
    method: Aggregation,
    is_plain: bool,
    (normalised, weight, present): (f64, f64, f64),
    result: f64,
) -> Vec<(String, String)> {
    let [value, weight, full, result] = [normalised, weight, present, result].map(|number| decimal(number, DECIMALS));
    let title = "Beitrag = Gewicht · normierter Wert".to_owned();
    let all = (present - 1.0).abs() < 1e-9;
    match method {
        Aggregation::ArithmeticMean if is_plain && all => vec![(title, format!("{weight} · {value} = {result}"))],
        Aggregation::ArithmeticMean if is_plain => vec![
            (title, format!("{weight} / {full} · {value} = {result}")),
            (
                "Fehlende Indikatoren".to_owned(),
                format!("Das Gebiet hat Werte für {full} des Gewichts; es wird auf 1 hochgerechnet."),
            ),
        ],
        Aggregation::ArithmeticMean
        | Aggregation::Sum
        | Aggregation::GeometricMean
        | Aggregation::HarmonicMean
        | Aggregation::MazziottaPareto { .. }
        | Aggregation::Median
        | Aggregation::Copeland
        | Aggregation::WorstK { .. } => {
            let how = super::needs::parts_line(method);
            let how = how.unwrap_or_else(|| "Die Beiträge ergeben zusammen genau den Index.".to_owned());
            vec![
                ("Normierter Wert".to_owned(), value),
                ("Gewicht".to_owned(), weight),
                (format!("Zusammenfassung: {}", super::needs::aggregation(method)), how),
            ]
        }
    }
}

/// A bound of a scale: without decimals where it needs none.
fn short(value: f64) -> String {
    place(value)
}
