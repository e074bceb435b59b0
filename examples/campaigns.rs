//! Writes generated campaigns, to try the program on: `cargo run --example campaigns FOLDER CAMPAIGNS UNITS [BYTES]`.

#![allow(clippy::unwrap_used, reason = "a tool of the project, not the product")]

#[path = "../benches/support/campaigns.rs"]
mod campaigns;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: usize| args.get(at).map_or(usual, |arg| arg.parse().unwrap());
    let Some(folder) = args.first() else {
        eprintln!("campaigns FOLDER [CAMPAIGNS [UNITS [BYTES]]]");
        return;
    };
    campaigns::write(folder.as_ref(), number(1, 1), number(2, 100), number(3, 5_000));
}
