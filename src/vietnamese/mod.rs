//! The language itself, below all rooms: its letters, numerals in figures and words, and the order of names.

mod letters;
pub mod numerals;
pub mod order;

pub use letters::{everyday, is_everyday};
