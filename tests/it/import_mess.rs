//! Real-world mess, one small fixture each.
