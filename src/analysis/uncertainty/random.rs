//! Random numbers: one stream of the counter-based generator per replication, and the distributions drawn from it.
//!
//! Logarithms and powers come from `libm`, not from the platform, so that a draw is the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// Trials from which on a binomial number is split by a beta draw instead of counted.
const COUNTED: u32 = 24;

/// The generators of all replications: the same for any order in which they are asked for.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Streams(ChaCha8Rng);

impl Streams {
    /// The streams of a seed.
    pub fn new(seed: u64) -> Streams {
        Streams(ChaCha8Rng::seed_from_u64(seed))
    }

    /// One stream, from its start.
    pub fn get(&self, number: u64) -> Random {
        let mut random = self.0.clone();
        random.set_stream(number);
        Random(random)
    }
}

/// One stream of random numbers.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Random(ChaCha8Rng);

impl Random {
    /// A uniform draw from [0, 1) with 53 bits.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of `options` numbers from 0 with equal chance; draws one number in any case.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the list")]
    pub fn one_of(&mut self, options: usize) -> usize {
        ((self.uniform() * options as f64) as usize).min(options.saturating_sub(1))
    }

    /// A number that names another stream.
    pub fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A draw from the standard normal distribution (polar method; Marsaglia and Bray 1964).
    pub fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * libm::log(square) / square).sqrt();
            }
        }
    }

    /// A draw from the gamma distribution with scale 1 (Marsaglia and Tsang 2000); `shape` is positive.
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let below = 1.0 - self.uniform();
            return self.gamma(shape + 1.0) * libm::pow(below, 1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v <= 0.0 {
                continue;
            }
            let cube = v * v * v;
            let below = 1.0 - self.uniform();
            let square = x * x;
            let squeezed = below < 1.0 - 0.0331 * square * square;
            if squeezed || libm::log(below) < 0.5 * square + d * (1.0 - cube + libm::log(cube)) {
                return d * cube;
            }
        }
    }

    /// A draw from the beta distribution; both parameters are positive.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let x = self.gamma(a);
        x / (x + self.gamma(b))
    }

    /// A draw from the binomial distribution: the trials are halved at a beta-distributed order statistic until few
    /// are left to count (Relles 1972).
    pub fn binomial(&mut self, trials: u32, chance: f64) -> u32 {
        let (mut left, mut chance, mut hits) = (trials, chance.clamp(0.0, 1.0), 0);
        while left > COUNTED {
            let lower = 1 + left / 2;
            let upper = left + 1 - lower;
            let border = self.beta(f64::from(lower), f64::from(upper));
            if border >= chance {
                left = lower - 1;
                chance /= border;
            } else {
                hits += lower;
                left = upper - 1;
                chance = (chance - border) / (1.0 - border);
            }
        }
        hits + (0..left).map(|_| u32::from(self.uniform() < chance)).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of many draws.
    fn moments(mut draw: impl FnMut(&mut Random) -> f64) -> (f64, f64, f64) {
        let mut random = Streams::new(11).get(3);
        let n = 40_000;
        let draws: Vec<f64> = (0..n).map(|_| draw(&mut random)).collect();
        let mean = draws.iter().sum::<f64>() / f64::from(n);
        let variance = draws.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / f64::from(n);
        (mean, variance, f64::from(n))
    }

    /// Mean within four standard errors, variance within 4 %.
    fn check(name: &str, found: (f64, f64, f64), mean: f64, variance: f64) {
        assert!((found.0 - mean).abs() < 4.0 * (variance / found.2).sqrt(), "{name}: mean {} not {mean}", found.0);
        assert!((found.1 / variance - 1.0).abs() < 0.04, "{name}: variance {} not {variance}", found.1);
    }

    #[test]
    fn each_distribution_has_its_mean_and_variance() {
        check("normal", moments(Random::normal), 0.0, 1.0);
        for (a, b) in [(0.5, 20.5), (3.5, 96.5), (500.5, 1500.5)] {
            let sum: f64 = a + b;
            check("beta", moments(|random| random.beta(a, b)), a / sum, a * b / (sum * sum * (sum + 1.0)));
        }
        for (n, p) in [(10, 0.3), (250, 0.04), (9000, 0.61)] {
            let trials = f64::from(n);
            let draws = moments(|random| f64::from(random.binomial(n, p)));
            check("binomial", draws, trials * p, trials * p * (1.0 - p));
        }
    }

    #[test]
    fn a_binomial_number_without_or_with_full_chance_is_fixed() {
        let mut random = Streams::new(1).get(0);
        assert_eq!((random.binomial(500, 0.0), random.binomial(500, 1.0)), (0, 500));
    }
}
