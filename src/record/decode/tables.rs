//! Tables that become types: `record!` for a group of keys, `words!` for a closed list of words.

/// Declares a record kind: the struct, its dictionary and its decoder from one table.
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident = $what:literal {
        $($need:ident $key:literal $field:ident : $ty:ty $(as $kind:ident)? = $meaning:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $name {
            /// Where the group stands.
            pub at: $crate::finding::At,
            $(
                #[doc = concat!("`", $key, "`: ", $meaning, ".")]
                pub $field: $ty,
            )*
        }

        impl $name {
            /// The keys of this record kind.
            pub const FIELDS: &'static [$crate::record::decode::Field] = &[
                $($crate::record::decode::Field {
                    key: $key,
                    required: $crate::record::decode::need!($need),
                    is_name: $crate::record::decode::is_name!($($kind)?),
                    meaning: $meaning,
                    holds: <$ty as $crate::record::decode::Decode>::HOLDS,
                    members: <$ty as $crate::record::decode::Decode>::MEMBERS,
                    shape: <$ty as $crate::record::decode::Decode>::SHAPE,
                },)*
            ];
        }

        impl $crate::record::decode::Decode for $name {
            const HOLDS: &'static str = $what;
            const SHAPE: $crate::record::decode::Shape = $crate::record::decode::Shape::Group(Self::FIELDS);

            fn decode(node: &$crate::record::yaml::Node, d: &mut $crate::record::decode::Decoder) -> Option<Self> {
                let group = $crate::record::decode::Group::open(node, $what, Self::FIELDS, d)?;
                let mut fields = Self::FIELDS.iter();
                $(
                    let $field = fields.next().and_then(|field| {
                        <$ty as $crate::record::decode::Decode>::field(group.get($key), field, &group, d)
                    });
                )*
                Some(Self { at: node.head, $($field: $field?,)* })
            }
        }
    };
}

macro_rules! need {
    (required) => {
        true
    };
    (optional) => {
        false
    };
}

/// `as name` after a type: the text names a person, a post, a place or a body.
macro_rules! is_name {
    () => {
        false
    };
    (name) => {
        true
    };
}

/// Declares a closed list of words.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident = $what:literal {
        $($(#[$vmeta:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$vmeta])* $variant,)*
        }

        impl $name {
            /// The word in the record.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::record::decode::Decode for $name {
            const HOLDS: &'static str = concat!($what, ":" $(, " `", $word, "`")*);

            fn decode(node: &$crate::record::yaml::Node, d: &mut $crate::record::decode::Decoder) -> Option<Self> {
                let word = $crate::record::scalar::scalar(node, $what, d)?;
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => {
                        d.wrong_word(node.at, word, $what, [$($word),*].into_iter());
                        None
                    }
                }
            }
        }
    };
}

pub(crate) use {is_name, need, record, words};
