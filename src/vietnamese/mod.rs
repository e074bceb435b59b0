//! The language itself, below all rooms: its letters, numerals in figures and words, days, and the order of names.

pub mod days;
mod letters;
pub mod numerals;
pub mod order;

pub use letters::{everyday, is_everyday};
