//! Background work. Knows no domain: progress, cancel, and threads that report back.
//!
//! Long computations take a [`Progress`] and call [`Progress::step`] in their loop; the caller decides whether anyone
//! listens. Cancelling makes the next `step` return [`Cancelled`], which travels up with `?`.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

/// The user asked to stop; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

/// Progress of one piece of work, shared between the worker and whoever watches. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    shared: Arc<Shared>,
    /// First and last thousandth of the whole work that this is about; none where it is the whole.
    part: Option<(u64, u64)>,
}

/// Units of a work whose parts count in units of their own.
const PARTS: u64 = 1000;

impl PartialEq for Progress {
    /// Whether both are of the same piece of work.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl Progress {
    /// A progress that nobody has cancelled.
    pub fn new() -> Progress {
        Progress::default()
    }

    /// Says that `done` of `total` units are finished.
    ///
    /// # Errors
    /// [`Cancelled`] once [`cancel`](Self::cancel) was called.
    pub fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        let (done, total) = self.part.map_or((done, total), |(from, to)| {
            (from + (to - from).saturating_mul(done.min(total)) / total.max(1), PARTS)
        });
        self.shared.done.store(done, Ordering::Relaxed);
        self.shared.total.store(total, Ordering::Relaxed);
        self.check()
    }

    /// The progress of a part of the work, from one thousandth of it to another: its steps move the whole by so much.
    #[must_use]
    pub fn part(&self, from: u64, to: u64) -> Progress {
        let (first, last) = self.part.unwrap_or((0, PARTS));
        let at = |thousandth: u64| first + (last - first) * thousandth.min(PARTS) / PARTS;
        Progress { shared: Arc::clone(&self.shared), part: Some((at(from), at(to.max(from)))) }
    }

    /// Only asks whether to go on.
    ///
    /// # Errors
    /// [`Cancelled`] once [`cancel`](Self::cancel) was called.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.shared.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// Asks the worker to stop at its next step.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Units done and in total; total is 0 before the first step.
    pub fn state(&self) -> (u64, u64) {
        (self.shared.done.load(Ordering::Relaxed), self.shared.total.load(Ordering::Relaxed))
    }
}

/// Calls that make the window look again after a worker has something new.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A value computed on its own thread, with progress and cancel. Dropping it cancels the work.
pub struct Job<T> {
    receiver: Receiver<T>,
    taken: Cell<bool>,
    lost: Cell<bool>,
    /// Progress of the work.
    pub progress: Progress,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread named `name`; `wake` is called when the value is there.
    pub fn start(name: &str, wake: Wake, work: impl FnOnce(&Progress) -> T + Send + 'static) -> Job<T> {
        let progress = Progress::new();
        let (sender, receiver) = sync_channel(1);
        let for_worker = progress.clone();
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // A fault in one piece of work must not leave the window waiting for it.
            match catch_unwind(AssertUnwindSafe(|| work(&for_worker))) {
                // The receiver is gone when nobody wants the value any more: then there is nothing to tell.
                Ok(value) => drop(sender.send(value)),
                Err(_) => drop(sender),
            }
            wake();
        });
        if let Err(error) = spawned {
            log::error!("thread {name} could not be started: {error}");
        }
        Job { receiver, taken: Cell::new(false), lost: Cell::new(false), progress }
    }

    /// The value, once it is there. Where the worker failed it never comes: see [`is_lost`](Self::is_lost).
    pub fn poll(&self) -> Option<T> {
        match self.receiver.try_recv() {
            Ok(value) => {
                self.taken.set(true);
                Some(value)
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.lost.set(!self.taken.get());
                None
            }
        }
    }

    /// Whether the last [`poll`](Self::poll) found that the worker ended without delivering.
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }

    /// Waits for the value.
    pub fn wait(&self) -> Option<T> {
        self.receiver.recv().ok()
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// A derived value that is asked for by key: the newest request wins, the previous value stays visible meanwhile.
pub struct Requested<K, T> {
    wanted: Option<K>,
    value: Option<(K, Arc<T>)>,
    job: Option<(K, Job<T>)>,
    failed: Option<K>,
    stopped: Option<K>,
}

impl<K, T> Default for Requested<K, T> {
    fn default() -> Self {
        Requested { wanted: None, value: None, job: None, failed: None, stopped: None }
    }
}

impl<K: Clone + PartialEq + Send + 'static, T: Send + 'static> Requested<K, T> {
    /// Asks for the value of `key`. Starts `work` unless that value is there or under way; an older request is cancelled.
    pub fn request(&mut self, key: K, name: &str, wake: &Wake, work: impl FnOnce(&Progress) -> T + Send + 'static) {
        self.collect();
        self.failed = self.failed.take().filter(|failed| *failed == key);
        self.stopped = self.stopped.take().filter(|stopped| *stopped == key);
        let current = self.value.as_ref().is_some_and(|(have, _)| *have == key);
        let under_way = self.job.as_ref().is_some_and(|(asked, _)| *asked == key);
        if current {
            self.job = None;
        } else if !under_way && self.failed.is_none() && self.stopped.is_none() {
            self.job = Some((key.clone(), Job::start(name, wake.clone(), work)));
        }
        self.wanted = Some(key);
    }

    /// Like [`request`](Self::request) for work that cannot be stopped half way: while work of another key is under way,
    /// that is told to stop, and the new one waits. To be asked again, as in every frame, until it is there.
    pub fn request_in_turn(
        &mut self,
        key: K,
        name: &str,
        wake: &Wake,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) {
        self.collect();
        match &self.job {
            Some((asked, job)) if *asked != key => {
                job.progress.cancel();
                self.wanted = Some(key);
            }
            Some(_) | None => self.request(key, name, wake, work),
        }
    }

    /// Whether the work of the newest request failed: its value never comes.
    pub fn has_failed(&self) -> bool {
        self.failed.is_some() && self.failed == self.wanted
    }

    /// Stops the work under way. It is not begun anew until something else is asked for or [`again`](Self::again).
    pub fn stop(&mut self) {
        if let Some((key, _)) = self.job.take() {
            self.stopped = Some(key);
        }
    }

    /// Lets what was stopped begin anew with the next request.
    pub fn again(&mut self) {
        self.stopped = None;
    }

    /// Whether the work of the newest request was stopped.
    pub fn is_stopped(&self) -> bool {
        self.stopped.is_some() && self.stopped == self.wanted
    }

    /// Takes over a value that a worker has finished. What was told to stop may have left out the better half of it.
    pub fn collect(&mut self) {
        let Some((key, job)) = &self.job else { return };
        if let Some(value) = job.poll() {
            if job.progress.check().is_ok() {
                self.value = Some((key.clone(), Arc::new(value)));
            }
            self.job = None;
        } else if job.is_lost() {
            // What failed once fails again: it is not tried anew until something else is asked for.
            self.failed = Some(key.clone());
            self.job = None;
        }
    }

    /// The newest value that is there, current or not.
    pub fn latest(&self) -> Option<&Arc<T>> {
        self.value.as_ref().map(|(_, value)| value)
    }

    /// The value of the newest request, if it is there.
    pub fn current(&self) -> Option<&Arc<T>> {
        let (key, value) = self.value.as_ref()?;
        (self.wanted.as_ref() == Some(key)).then_some(value)
    }

    /// The newest value that is there, if it is that of `key`.
    pub fn value_of(&self, key: &K) -> Option<&Arc<T>> {
        self.value.as_ref().filter(|(have, _)| have == key).map(|(_, value)| value)
    }

    /// Progress of the work under way.
    pub fn progress(&self) -> Option<&Progress> {
        self.job.as_ref().map(|(_, job)| &job.progress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancelled_progress_stops_the_worker() {
        let progress = Progress::new();
        assert_eq!(progress.step(1, 10), Ok(()));
        progress.cancel();
        assert_eq!(progress.step(2, 10), Err(Cancelled));
        assert_eq!(progress.state(), (2, 10));
    }

    #[test]
    fn parts_of_a_work_move_the_whole_by_their_share_and_stop_with_it() {
        let progress = Progress::new();
        let (first, second) = (progress.part(0, 400), progress.part(400, 1000).part(500, 1000));
        assert_eq!((first.step(1, 2), progress.state()), (Ok(()), (200, 1000)));
        assert_eq!((first.step(0, 0), progress.state()), (Ok(()), (0, 1000)));
        assert_eq!((second.step(9, 9), progress.state()), (Ok(()), (1000, 1000)));
        assert_eq!((second.step(0, 9), progress.state()), (Ok(()), (700, 1000)));
        progress.cancel();
        assert_eq!(second.check(), Err(Cancelled));
    }

    #[test]
    fn a_worker_that_fails_is_noticed() {
        let (woken, wakes) = sync_channel(1);
        let wake: Wake = Arc::new(move || {
            let _ = woken.try_send(());
        });
        let job: Job<u32> = Job::start("failing", wake, |_| panic!("a fault on purpose"));
        assert!(wakes.recv().is_ok());
        assert_eq!(job.poll(), None);
        assert!(job.is_lost());
    }

    #[test]
    fn a_newer_wish_waits_until_the_older_work_has_ended_and_only_the_newest_is_done() {
        let wake: Wake = Arc::new(|| {});
        let mut requested: Requested<u32, u32> = Requested::default();
        let (hold, held) = std::sync::mpsc::channel::<()>();
        requested.request_in_turn(1, "one", &wake, move |_| {
            let _ = held.recv();
            10
        });
        let begun = Arc::new(AtomicU64::new(0));
        let wish = |key: u32, requested: &mut Requested<u32, u32>| {
            let begun = begun.clone();
            requested.request_in_turn(key, "later", &wake, move |_| {
                begun.fetch_add(1, Ordering::Relaxed);
                key * 10
            });
        };
        wish(2, &mut requested);
        wish(3, &mut requested);
        assert_eq!(begun.load(Ordering::Relaxed), 0, "the first one still runs");
        drop(hold);
        while requested.current().is_none() {
            wish(3, &mut requested);
            std::thread::yield_now();
        }
        assert_eq!(requested.current().map(|value| **value), Some(30));
        assert_eq!(begun.load(Ordering::Relaxed), 1, "the second one was never begun");
    }

    #[test]
    fn a_value_that_never_comes_is_said_of_the_newest_request_only() {
        let wake: Wake = Arc::new(|| {});
        let mut requested: Requested<u32, u32> = Requested::default();
        requested.request_in_turn(1, "failing", &wake, |_| panic!("a fault on purpose"));
        while !requested.has_failed() {
            requested.collect();
            std::thread::yield_now();
        }
        requested.request_in_turn(1, "again", &wake, |_| 10);
        assert!(requested.has_failed(), "what failed is not tried again and again");
        requested.request_in_turn(2, "sound", &wake, |_| 20);
        assert!(!requested.has_failed());
        while requested.current().is_none() {
            requested.request_in_turn(1, "anew", &wake, |_| 10);
            std::thread::yield_now();
        }
        assert_eq!(requested.current().map(|value| **value), Some(10), "after something else it is tried anew");
    }

    #[test]
    fn what_was_stopped_rests_until_it_is_wanted_again() {
        let wake: Wake = Arc::new(|| {});
        let mut requested: Requested<u32, u32> = Requested::default();
        let begun = Arc::new(AtomicU64::new(0));
        let wish = |key: u32, requested: &mut Requested<u32, u32>| {
            let begun = begun.clone();
            requested.request(key, "wish", &wake, move |progress| {
                begun.fetch_add(1, Ordering::Relaxed);
                while key == 1 && progress.check().is_ok() {
                    std::thread::yield_now();
                }
                key
            });
        };
        wish(1, &mut requested);
        requested.stop();
        wish(1, &mut requested);
        assert!(requested.is_stopped() && requested.progress().is_none(), "asking again in each frame begins nothing");
        wish(2, &mut requested);
        assert!(!requested.is_stopped(), "another wish is not stopped");
        wish(1, &mut requested);
        requested.stop();
        requested.again();
        wish(1, &mut requested);
        assert!(requested.progress().is_some());
    }

    #[test]
    fn the_previous_value_stays_until_the_next_is_there() {
        let wake: Wake = Arc::new(|| {});
        let mut requested: Requested<u32, u32> = Requested::default();
        requested.request(1, "one", &wake, |_| 10);
        while requested.current().is_none() {
            requested.collect();
            std::thread::yield_now();
        }
        let (hold, held) = std::sync::mpsc::channel::<()>();
        requested.request(2, "two", &wake, move |_| {
            let _ = held.recv();
            20
        });
        assert_eq!(requested.latest().map(|value| **value), Some(10));
        assert!(requested.current().is_none());
        drop(hold);
        while requested.current().is_none() {
            requested.collect();
            std::thread::yield_now();
        }
        assert_eq!(requested.current().map(|value| **value), Some(20));
    }
}
