//! Edits that are on their way: the next edit builds on them, so that quick edits never undo each other.

/// How long an edit may be on its way before the stored value counts again.
const PATIENCE_SECONDS: f64 = 2.0;

/// The newest edited value of one thing.
#[derive(Clone, Debug)]
pub(super) struct Pending<T> {
    sent: Option<(T, f64)>,
}

impl<T> Default for Pending<T> {
    fn default() -> Self {
        Pending { sent: None }
    }
}

impl<T: Clone + PartialEq> Pending<T> {
    /// What the next edit starts from: the edit on its way, else what is stored.
    pub(super) fn base(&mut self, stored: &T, same: impl Fn(&T, &T) -> bool, now: f64) -> T {
        match &self.sent {
            Some((sent, at)) if same(sent, stored) && sent != stored && now - at < PATIENCE_SECONDS => sent.clone(),
            _ => {
                self.sent = None;
                stored.clone()
            }
        }
    }

    /// Notes what was sent.
    pub(super) fn send(&mut self, value: &T, now: f64) {
        self.sent = Some((value.clone(), now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(_: &(i32, i32), _: &(i32, i32)) -> bool {
        true
    }

    #[test]
    fn two_quick_edits_both_count() {
        let mut pending = Pending::default();
        let stored = (1, 1);
        let mut first = pending.base(&stored, same, 0.0);
        first.0 = 2;
        pending.send(&first, 0.0);
        let mut second = pending.base(&stored, same, 0.1);
        second.1 = 2;
        assert_eq!(second, (2, 2));
    }

    #[test]
    fn what_is_stored_counts_once_the_edit_has_arrived_or_failed() {
        let mut pending = Pending::default();
        pending.send(&(2, 1), 0.0);
        assert_eq!(pending.base(&(2, 1), same, 0.1), (2, 1));
        assert_eq!(pending.base(&(1, 1), same, 0.2), (1, 1), "undone");
        pending.send(&(2, 1), 0.0);
        assert_eq!(pending.base(&(1, 1), same, 9.0), (1, 1), "failed");
    }
}
