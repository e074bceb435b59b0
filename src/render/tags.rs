//! Tags of the PDF's structure that Typst knows but has no function for.
//!
//! A list of the decree is a run of paragraphs: the mark stands at the first line's indent and later lines begin at the
//! margin, which Typst's own list cannot set. The library sets the paragraphs, inside a `list` or `enum` whose show rule
//! prints them as they are, and says with these two functions what in each is label and what is body.

use std::sync::LazyLock;

use typst::diag::SourceResult;
use typst::foundations::{
    Args, CastInfo, Content, IntoValue as _, NativeFuncData, NativeFuncPtr, NativeType as _, Scope, Value,
};
use typst::pdf::PdfMarkerTag;

/// `pdf-lbl(than)` and `pdf-lbody(than)`: what `than` is, in a list's item; it is set as without them.
pub(super) fn define(scope: &mut Scope) {
    scope.define_func_with_data(&LABEL);
    scope.define_func_with_data(&BODY);
}

static LABEL: NativeFuncData =
    function("pdf-lbl", NativeFuncPtr(&|_, _, args| tagged(args, PdfMarkerTag::ListItemLabel)));
static BODY: NativeFuncData =
    function("pdf-lbody", NativeFuncPtr(&|_, _, args| tagged(args, PdfMarkerTag::ListItemBody)));

fn tagged(args: &mut Args, tag: fn(Content) -> Content) -> SourceResult<Value> {
    Ok(tag(args.expect("than")?).into_value())
}

const fn function(name: &'static str, function: NativeFuncPtr) -> NativeFuncData {
    NativeFuncData {
        function,
        name,
        title: name,
        docs: "",
        def_site: None,
        keywords: &[],
        contextual: false,
        scope: LazyLock::new(&Scope::new),
        params: LazyLock::new(&Vec::new),
        returns: LazyLock::new(&|| CastInfo::Type(Content::ty())),
    }
}
