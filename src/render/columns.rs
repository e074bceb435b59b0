//! How wide the columns of a table are that its template leaves open.

use typst::diag::SourceResult;
use typst::foundations::{Args, Array, IntoValue as _, NativeFuncData, NativeFuncPtr, Value};

use super::natives::function;

/// `chia-them(cot, hang, lan, moi-lan)`: columns that take `cot` characters, made wider by `moi-lan` characters `lan` times over,
/// each time the one that makes rows lowest by it. Of each of the `hang` it says how long each cell is, in characters.
pub(super) static SHARE: NativeFuncData = function("chia-them", NativeFuncPtr(&|_, _, args| share(args)));

fn share(args: &mut Args) -> SourceResult<Value> {
    let mut columns: Vec<f64> = args.expect("cot")?;
    let rows: Vec<Array> = args.expect("hang")?;
    let (times, more): (i64, f64) = (args.expect("lan")?, args.expect("moi-lan")?);
    let lengths = |row: Array| row.into_iter().map(|cell| cell.cast().unwrap_or_default()).collect();
    let rows: Vec<Vec<f64>> = rows.into_iter().map(lengths).collect();
    for _ in 0..times {
        let Some(widest) = most_spared(&columns, &rows).and_then(|column| columns.get_mut(column)) else { break };
        *widest += more;
    }
    Ok(columns.into_iter().map(|column| column.into_value()).collect::<Array>().into_value())
}

/// The column that would spare most if it were wider, by the rows that it makes as high as they are; the first of several.
fn most_spared(columns: &[f64], rows: &[Vec<f64>]) -> Option<usize> {
    let mut spared = vec![0.0; columns.len()];
    for row in rows {
        let (mut highest, mut height) = (0, -1.0);
        for (column, (length, width)) in row.iter().zip(columns).enumerate() {
            if length / width > height {
                (highest, height) = (column, length / width);
            }
        }
        if let (Some(spared), Some(width)) = (spared.get_mut(highest), columns.get(highest)) {
            *spared += height / width;
        }
    }
    let mut best: Option<(usize, f64)> = None;
    for (column, spared) in spared.into_iter().enumerate() {
        if best.is_none_or(|(_, most)| spared > most) {
            best = Some((column, spared));
        }
    }
    best.map(|(column, _)| column)
}
