//! The first room: records. Types of every file, and loading with positions.
//!
//! Knows YAML and Vietnamese text; knows nothing of rules, papers or Typst. A value enters here once,
//! as a spanned node ([`yaml`]), is decoded by the one dictionary of keys ([`decode`]), and leaves as
//! a typed record whose every leaf remembers its place. Nothing here stops at a first fault.

pub mod blank;
mod block;
pub mod book;
pub mod campaign;
mod commas;
pub mod committee;
pub mod criterion;
pub mod decode;
pub mod dictionary;
pub mod event;
pub mod evidence;
mod file;
pub mod free;
pub mod in_force;
pub mod kind;
pub mod legacy;
pub mod load;
pub mod nearest;
pub mod paper;
pub mod placeholders;
pub mod plan;
pub mod results;
pub mod review;
mod rules;
pub mod scalar;
pub mod splice;
mod syntax_words;
mod table;
pub mod text;
pub mod unit;
pub mod witness;
pub mod yaml;

pub use campaign::Campaign;
pub use kind::Kinds;
pub use load::{Loaded, load};
pub use results::Results;
pub use review::Review;
pub use rules::RULES;
pub use unit::Unit;
