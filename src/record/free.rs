//! Data of any shape (`du_lieu`).

use super::decode::{Decode, Decoder, Shape};
use super::yaml::{Node, Value};

/// Data of any shape (`du_lieu`), for kinds of paper whose template knows what to do with it.
#[derive(Clone, Debug)]
pub struct Free {
    /// The data as written.
    pub node: Node,
}

impl Decode for Free {
    const HOLDS: &'static str = "dữ liệu tùy ý cho mẫu riêng";
    const SHAPE: Shape = Shape::Any;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        written(node, d);
        Some(Self { node: node.clone() })
    }
}

/// Keeps every text of a tree; its depth was bounded when it was read.
fn written(node: &Node, d: &mut Decoder) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => d.written(node.at, text),
        Value::List(items) => items.iter().for_each(|item| written(item, d)),
        Value::Map(entries) => entries.iter().for_each(|(_, item)| written(item, d)),
    }
}
