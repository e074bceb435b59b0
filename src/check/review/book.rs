//! Numbers in the golden book (sổ khen thưởng): nobody has that of another.

use chrono::Datelike;

use super::{chosen, decisions, followed};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Rule};

pub(super) static BOOK: Rule = Rule::error("khop/so-vao-so")
    .blocking(Blocks::Numbering)
    .text(
        "Mỗi tập thể, cá nhân được khen thưởng trong một năm có số vào sổ khen thưởng riêng: các dãy số bắt đầu từ `vao_so_tu` của những quyết định cùng năm không chồng lên nhau.",
        "đối chiếu `vao_so_tu` với sổ khen thưởng",
    )
    .example("quyet_dinh: [{hop: dot-1, vao_so_tu: 31, …}, {hop: dot-2, vao_so_tu: 33, …}]   # dot-1 có 05 người");

pub(super) fn book(scope: &Scope, out: &mut Sink) {
    let mut taken: Vec<(i32, u32, u32)> = Vec::new();
    for decision in decisions(scope) {
        let (Some(first), Some(day)) = (decision.book_from.get(), decision.date.get()) else { continue };
        let Some(sitting) = followed(scope, decision) else { continue };
        let Ok(count) = u32::try_from(chosen(scope, sitting, &decision.award).len()) else { continue };
        let (year, end) = (day.value.year(), first.value.saturating_add(count));
        let clash = taken.iter().find(|(of, from, to)| *of == year && *from < end && first.value < *to);
        if let Some((_, from, to)) = clash {
            let span = |from: u32, end: u32| {
                let [from, to] = [from, end.saturating_sub(1)].map(|n| words::count(n as usize));
                if from == to { from } else { format!("{from}-{to}") }
            };
            let message = format!(
                "số vào sổ {} chồng lên số {} đã lấy cho quyết định khác năm {year}",
                span(first.value, end),
                span(*from, *to)
            );
            out.say(Some(first.at), message);
        }
        taken.push((year, first.value, end));
    }
}
