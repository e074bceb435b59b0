use super::*;

fn stop(args: &[&str]) -> String {
    let args = ["hoso"].into_iter().chain(args.iter().copied());
    match parse(args) {
        Err(Stop::Asked(text)) => format!("0\n{text}"),
        Err(Stop::Wrong(text)) => format!("2\n{text}"),
        Ok(cli) => panic!("accepted: {cli:?}"),
    }
}

#[test]
fn tables_are_sound() {
    help::command(Cli::command()).debug_assert();
}
