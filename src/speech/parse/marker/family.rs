//! The families of markers, and how they stand to each other.

/// A family of markers. Lists are made of markers of one family and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::speech::parse) enum Family {
    /// Một là:
    Spoken,
    /// Một, … Hai, …
    Count,
    /// Thứ nhất,
    Ordinal,
    /// Trước hết,
    Opener,
    /// Tiếp đến,
    Middle,
    /// Cuối cùng,
    Closer,
    /// Điều 5. With how far in it lies among the parts of a document.
    Law(u8),
    /// Nhiệm vụ 1: With the place of its word in the lexicon, or a number made of a word that is not there.
    Named(u16),
    /// A.
    Capital,
    /// I.
    Roman,
    /// 1.
    Arabic,
    /// 1.2. With the number of signs inside.
    Decimal(u8),
    /// a)
    Letter,
    /// (1)
    Bracketed,
    /// (i), ii)
    SmallRoman,
    /// -
    Bullet(char),
    /// Made an item by the user, without a marker.
    Made,
}

impl Family {
    /// Returns the name that `outline --json` uses as `rule`.
    pub(in crate::speech::parse) fn name(self) -> &'static str {
        match self {
            Family::Spoken => "spoken",
            Family::Count => "count",
            Family::Ordinal => "ordinal",
            Family::Opener => "opener",
            Family::Middle => "middle",
            Family::Closer => "closer",
            Family::Law(_) => "law",
            Family::Named(_) => "named",
            Family::Capital => "capital",
            Family::Roman => "roman",
            Family::Arabic => "arabic",
            Family::Decimal(_) => "decimal",
            Family::Letter => "letter",
            Family::Bracketed => "bracketed",
            Family::SmallRoman => "small-roman",
            Family::Bullet(_) => "bullet",
            Family::Made => "made",
        }
    }

    /// Returns how far out the family usually stands, 0 the outermost; nothing for those which
    /// stand anywhere (docs/dev/structure.md, "Families of markers").
    pub(in crate::speech::parse) fn rank(self) -> Option<u8> {
        match self {
            Family::Law(rank) => Some(rank),
            Family::Capital => Some(10),
            Family::Roman => Some(11),
            Family::Arabic => Some(12),
            Family::Decimal(depth) => Some(12 + depth.min(8)),
            Family::Letter => Some(21),
            Family::Spoken | Family::Count | Family::Ordinal | Family::Opener | Family::Middle => {
                None
            }
            Family::Closer | Family::Named(_) | Family::Bracketed | Family::SmallRoman => None,
            Family::Bullet(_) | Family::Made => None,
        }
    }

    /// Tells whether a marker of family `next` can go on a list of this family: a list may change
    /// from one way to count in words to another (docs/dev/structure.md).
    pub(in crate::speech::parse) fn continues_with(self, next: Family) -> bool {
        self == next || (self.is_spoken() && next.is_spoken() && self != Family::Closer)
    }

    /// Tells whether the family counts in words.
    pub(in crate::speech::parse) fn is_spoken(self) -> bool {
        use Family::{Closer, Count, Middle, Opener, Ordinal, Spoken};
        matches!(self, Spoken | Count | Ordinal | Opener | Middle | Closer)
    }

    /// Tells whether items of the family are usually headings of parts: I., 1., Điều 5.
    pub(in crate::speech::parse) fn heads_parts(self) -> bool {
        use Family::{Arabic, Capital, Decimal, Law, Named, Roman};
        matches!(self, Law(_) | Capital | Roman | Arabic | Decimal(_) | Named(_))
    }

    /// Tells whether the marker has no number.
    pub(in crate::speech::parse) fn is_bullet(self) -> bool {
        matches!(self, Family::Bullet(_))
    }
}
