//! The language itself, below all rooms: numerals in figures and words, and the order of names.

pub mod numerals;
pub mod order;
