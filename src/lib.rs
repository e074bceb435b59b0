//! `hoso`: one YAML record a unit → the official papers of an emulation campaign, as PDF.
//!
//! The way of the data is one direction through five rooms: [`record`] → [`check`] → plan → render →
//! output.

pub mod check;
pub mod finding;
pub mod markdown;
pub mod plan;
pub mod record;
pub mod render;
