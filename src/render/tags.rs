//! Tags of the PDF's structure that Typst knows but has no function for.
//!
//! A list of the decree is a run of paragraphs: the mark stands at the first line's indent and later lines begin at the
//! margin, which Typst's own list cannot set. The library sets the paragraphs, inside a `list` or `enum` whose show rule
//! prints them as they are, and says with two of these functions what in each is label and what is body.
//!
//! A row that opens a group of a table is kept to the next row as a header is; what it heads is not a column but the
//! rows below it.

use std::num::NonZeroU32;

use typst::diag::SourceResult;
use typst::foundations::{Args, Content, IntoValue as _, NativeFuncData, NativeFuncPtr, Value};
use typst::model::TableCell;
use typst::pdf::{PdfMarkerTag, TableHeaderScope, header_cell};

use super::natives::function;

/// `pdf-lbl(than)`: `than` is the label of a list's item. It is set as without this, here and below.
pub(super) static LABEL: NativeFuncData =
    function("pdf-lbl", NativeFuncPtr(&|_, _, args| tagged(args, PdfMarkerTag::ListItemLabel)));
/// `pdf-lbody(than)`: `than` is the body of a list's item.
pub(super) static BODY: NativeFuncData =
    function("pdf-lbody", NativeFuncPtr(&|_, _, args| tagged(args, PdfMarkerTag::ListItemBody)));

/// `pdf-dau-hang(o)`: a table's cell `o` that heads rows.
pub(super) static ROW_HEAD: NativeFuncData = function("pdf-dau-hang", NativeFuncPtr(&|_, _, args| row_head(args)));

/// Groups stand one level below the head of the columns.
fn row_head(args: &mut Args) -> SourceResult<Value> {
    let cell: TableCell = args.expect("o")?;
    Ok(header_cell(NonZeroU32::MIN.saturating_add(1), TableHeaderScope::Row, cell).into_value())
}

fn tagged(args: &mut Args, tag: fn(Content) -> Content) -> SourceResult<Value> {
    Ok(tag(args.expect("than")?).into_value())
}
