//! Random samples for permutation tests: one stream of a counter-based generator per permutation or area.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// Samples up to this size are checked for repetitions one by one.
const SMALL: usize = 48;

/// A stream of whole numbers.
pub(super) struct Stream(ChaCha8Rng);

impl Stream {
    /// The generator that all streams of a seed start from.
    pub fn base(seed: u64) -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(seed)
    }

    /// One stream of it.
    pub fn new(base: &ChaCha8Rng, stream: u64) -> Stream {
        let mut random = base.clone();
        random.set_stream(stream);
        Stream(random)
    }

    /// A number below `bound`, each equally likely (Lemire 2019).
    #[inline]
    pub fn below(&mut self, bound: u32) -> u32 {
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(bound);
            let low = product as u32;
            if low >= bound || low >= bound.wrapping_neg() % bound {
                return (product >> 32) as u32;
            }
        }
    }

    /// Puts values into random order (Fisher and Yates; Durstenfeld 1964).
    pub fn shuffle(&mut self, values: &mut [f64]) {
        for last in (1..values.len()).rev() {
            #[expect(clippy::cast_possible_truncation, reason = "far fewer areas than 2^32")]
            let other = self.below(last as u32 + 1) as usize;
            values.swap(last, other);
        }
    }
}

/// Draws so many of the other areas, none twice, and gives the sum of their values and of the squares.
pub(super) struct Sampler {
    /// For samples too large to compare one by one: the draw in which an area was last taken.
    taken: Vec<u64>,
    draw: u64,
    /// For small samples: the areas drawn so far.
    drawn: [u32; SMALL],
}

impl Sampler {
    /// For this many areas.
    pub fn new(areas: usize) -> Sampler {
        Sampler { taken: vec![0; areas], draw: 0, drawn: [0; SMALL] }
    }

    /// Sums of a sample of `size` of all values but the one of `own`. `size` is smaller than the number of values.
    #[inline]
    pub fn sums(&mut self, random: &mut Stream, values: &[f64], own: u32, size: usize) -> (f64, f64) {
        if size <= SMALL { self.small(random, values, own, size) } else { self.large(random, values, own, size) }
    }

    #[inline]
    fn small(&mut self, random: &mut Stream, values: &[f64], own: u32, size: usize) -> (f64, f64) {
        let others = others(values);
        let (mut sum, mut squares) = (0.0, 0.0);
        let mut count = 0;
        while count < size {
            let place = beside(random.below(others), own);
            // Without a branch per comparison: a repetition is rare.
            if self.drawn[..count].iter().fold(false, |seen, drawn| seen | (*drawn == place)) {
                continue;
            }
            self.drawn[count] = place;
            count += 1;
            let value = values[place as usize];
            sum += value;
            squares += value * value;
        }
        (sum, squares)
    }

    fn large(&mut self, random: &mut Stream, values: &[f64], own: u32, size: usize) -> (f64, f64) {
        self.draw += 1;
        let others = others(values);
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..size {
            let value = loop {
                let place = beside(random.below(others), own) as usize;
                if self.taken[place] != self.draw {
                    self.taken[place] = self.draw;
                    break values[place];
                }
            };
            sum += value;
            squares += value * value;
        }
        (sum, squares)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "far fewer areas than 2^32")]
fn others(values: &[f64]) -> u32 {
    values.len() as u32 - 1
}

/// The place of one of the others, leaving out the own one.
#[inline]
fn beside(number: u32, own: u32) -> u32 {
    number + u32::from(number >= own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_holds_each_other_area_at_most_once_and_never_the_own() {
        // Powers of two: the sum says which were drawn.
        let values: Vec<f64> = (0..52).map(|at| f64::from(at).exp2()).collect();
        let mut random = Stream::new(&Stream::base(1), 0);
        let mut sampler = Sampler::new(values.len());
        for size in [1, 5, 48, 49, 51] {
            for _ in 0..200 {
                let (sum, _) = sampler.sums(&mut random, &values, 3, size);
                let drawn = sum as u64;
                assert_eq!(drawn.count_ones() as usize, size);
                assert_eq!(drawn & 8, 0);
            }
        }
    }

    #[test]
    fn every_number_below_the_bound_is_equally_likely() {
        let mut random = Stream::new(&Stream::base(7), 3);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[random.below(7) as usize] += 1;
        }
        // Five standard deviations of a binomial count: 5 · √(70000 · 1/7 · 6/7) ≈ 463.
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 463), "{counts:?}");
    }
}
