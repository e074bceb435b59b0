//! The language itself, below all rooms: its letters, numerals in figures and words, days, and the order of names.

pub mod days;
mod letters;
pub mod numerals;
pub mod order;

pub use letters::{Parts, everyday, is_all_everyday, is_everyday, is_tone, small_letters};
