//! Published tables beside the project; skipped where they are absent.
