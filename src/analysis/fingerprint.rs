//! A stable 64-bit hash of recipes and values: the same on every machine, in every version.
//!
//! It tells whether a result rests on other data than before; it protects against nobody. Words are taken eight bytes
//! at a time because a large index has millions of values.

/// Collects what a result rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    /// An empty fingerprint of a kind of result.
    pub fn of(kind: &str) -> Fingerprint {
        Fingerprint(0xcbf2_9ce4_8422_2325).text(kind)
    }

    /// Adds a whole number.
    #[must_use]
    pub fn word(self, word: u64) -> Fingerprint {
        Fingerprint((self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29))
    }

    /// Adds an identity.
    #[must_use]
    pub fn id(self, id: i64) -> Fingerprint {
        self.word(id.cast_unsigned())
    }

    /// Adds a number; all NaN are the same, so are both zeros.
    #[must_use]
    pub fn number(self, number: f64) -> Fingerprint {
        self.word(if number.is_nan() { u64::MAX } else { (number + 0.0).to_bits() })
    }

    /// Adds a list of numbers with its length.
    #[must_use]
    pub fn numbers(self, numbers: &[f64]) -> Fingerprint {
        numbers.iter().fold(self.word(numbers.len() as u64), |hash, &number| hash.number(number))
    }

    /// Fingerprints of columns of equal length, each as [`numbers`](Self::numbers) after `self`. Side by side, because
    /// each word of one column has to wait for the word before it.
    pub fn of_columns<const N: usize>(self, columns: [&[f64]; N]) -> [Fingerprint; N] {
        let rows = columns.iter().map(|column| column.len()).min().unwrap_or(0);
        let mut hashes = columns.map(|column| self.word(column.len() as u64));
        for row in 0..rows {
            for (hash, column) in hashes.iter_mut().zip(&columns) {
                *hash = hash.number(column[row]);
            }
        }
        hashes
    }

    /// Adds another fingerprint.
    #[must_use]
    pub fn and(self, other: Fingerprint) -> Fingerprint {
        self.word(other.0)
    }

    /// Adds text with its length.
    #[must_use]
    pub fn text(self, text: &str) -> Fingerprint {
        let start = self.word(text.len() as u64);
        text.as_bytes().chunks(8).fold(start, |hash, chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            hash.word(u64::from_le_bytes(word))
        })
    }

    /// Sixteen hexadecimal digits.
    pub fn finish(self) -> String {
        let mut hash = self.0;
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        format!("{:016x}", hash ^ (hash >> 31))
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn every_part_and_its_order_count() {
        let both = |first: f64, second: f64| Fingerprint::of("x").number(first).number(second).finish();
        assert_eq!(both(1.0, 2.0), both(1.0, 2.0));
        assert_ne!(both(1.0, 2.0), both(2.0, 1.0));
        assert_eq!(both(0.0, f64::NAN), both(-0.0, -f64::NAN));
        assert_ne!(Fingerprint::of("ab").text("c").finish(), Fingerprint::of("a").text("bc").finish());
    }

    #[test]
    fn columns_side_by_side_have_the_fingerprints_of_each_alone() {
        let start = Fingerprint::of("column");
        let [first, second] = start.of_columns([&[1.0, f64::NAN, 3.0], &[4.0, -0.0, 6.0]]);
        assert_eq!(first.finish(), start.numbers(&[1.0, f64::NAN, 3.0]).finish());
        assert_eq!(second.finish(), start.numbers(&[4.0, 0.0, 6.0]).finish());
    }

    #[test]
    fn the_hash_stays_the_same_across_versions() {
        assert_eq!(Fingerprint::of("rank").id(-1).number(1.5).finish(), "2c8e5828464828dc");
    }
}
