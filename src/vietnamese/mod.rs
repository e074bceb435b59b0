//! The language itself, below all rooms: numerals in figures and words, days, and the order of names.

pub mod days;
pub mod numerals;
pub mod order;
