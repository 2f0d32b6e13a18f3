//! Published indices, recomputed; skipped where they are absent.
