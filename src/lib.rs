//! `hoso`: one YAML record a unit → the official papers of an emulation campaign, as PDF.
//!
//! The way of the data is one direction through five rooms: [`record`] → [`check`] → [`plan`] →
//! [`render`] → [`output`]; [`verify`] goes it once more for a file that is there. Below them lie [`finding`], the one thing the program ever says,
//! [`markdown`], [`vietnamese`] and [`digest`]; above them [`report`] (views), [`cli`] and [`commands`].

pub mod check;
pub mod cli;
pub mod commands;
pub mod digest;
pub mod finding;
pub mod lock;
pub mod markdown;
pub mod output;
pub mod plan;
pub mod record;
pub mod render;
pub mod report;
pub mod verify;
pub mod vietnamese;

/// Every rule of every room, in the order of the rooms: what `explain` knows.
///
/// ```
/// assert!(hoso::rules().iter().any(|rule| rule.code == "ho-so/thieu-thanh-phan"));
/// ```
pub fn rules() -> Vec<&'static finding::Rule> {
    let rooms = record::RULES.iter().copied().chain(check::rules());
    rooms
        .chain(plan::RULES.iter().copied())
        .chain(render::rules())
        .chain(output::RULES.iter().copied())
        .chain(lock::RULES.iter().copied())
        .collect()
}
