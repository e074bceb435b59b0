//! Functions that the layout library has from the program, besides Typst's own.

use std::sync::LazyLock;

use typst::foundations::{CastInfo, Content, NativeFuncData, NativeFuncPtr, NativeType as _, Scope};

use super::{columns, tags, together};

/// Makes them known to all templates.
pub(super) fn define(scope: &mut Scope) {
    let functions = [
        &tags::LABEL,
        &tags::BODY,
        &tags::ROW_HEAD,
        &together::LENGTH,
        &together::KEEP,
        &together::KEEP_LAST,
        &together::LONGEST,
        &columns::SHARE,
    ];
    for function in functions {
        scope.define_func_with_data(function);
    }
}

/// A function under the name that templates call it by.
pub(super) const fn function(name: &'static str, function: NativeFuncPtr) -> NativeFuncData {
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
