//! Which of the open lists a marker goes on.

use super::builder::{Builder, DEEPER, ListState, ListStep, MadeBy, OpenList};
use super::{Family, Marker, MemberGap};
use crate::speech::Sequence;

impl Builder<'_> {
    /// Finds the list that a marker goes on. The number that follows is looked for in all open
    /// lists before one that skips or repeats is taken, and the same sign before another.
    pub(super) fn continuation(&self, index: usize) -> Option<ListStep> {
        let candidate = self.candidates[index];
        let marker = candidate.marker;
        let other =
            marker.other.map(|(family, ordinal)| Marker { family, ordinal, other: None, ..marker });
        let readings = [Some(marker), other];
        let readings = || readings.iter().flatten().copied();
        let find = |accepts: &dyn Fn(&OpenList, Marker) -> Option<Sequence>| {
            readings().find_map(|marker| {
                let lists = self.open.iter().enumerate().rev();
                lists.filter(|(_, open)| open.made_by == MadeBy::Text).find_map(|(depth, open)| {
                    accepts(open, marker).map(|sequence| ListStep { depth, marker, sequence })
                })
            })
        };
        let same = |open: &OpenList, marker: Marker| {
            open.family == marker.family && open.prefix == marker.prefix
        };
        let follows = |open: &OpenList, marker: Marker| marker.ordinal == open.last + 1;
        // Bullets of one sign are told apart by their indents, and by what announces them.
        let goes_on = |open: &OpenList| {
            open.state == ListState::Running && !self.is_announced_anew(candidate, open)
        };
        find(&|open, marker| {
            let near = open.indent.abs_diff(candidate.indent) < DEEPER;
            let fits = marker.family.is_bullet() && same(open, marker) && near;
            (fits && goes_on(open)).then_some(Sequence::Follows)
        })
        .or_else(|| {
            find(&|open, marker| {
                let fits = same(open, marker) && open.sign == marker.sign && follows(open, marker);
                (fits && open.style == candidate.style).then_some(Sequence::Follows)
            })
        })
        .or_else(|| {
            find(&|open, marker| {
                let fits = same(open, marker) && open.sign == marker.sign;
                let bullet = marker.family.is_bullet()
                    && candidate.indent < open.indent + DEEPER
                    && goes_on(open);
                (fits && (bullet || follows(open, marker))).then_some(Sequence::Follows)
            })
        })
        .or_else(|| {
            find(&|open, marker| {
                if open.family == marker.family
                    || !open.family.is_spoken()
                    || !marker.family.is_spoken()
                {
                    return None;
                }
                let sequence = if open.family == Family::Opener {
                    Sequence::Follows
                } else {
                    Sequence::Changes
                };
                match marker.family {
                    Family::Closer => Some(Sequence::Follows),
                    Family::Middle => (open.family == Family::Opener).then_some(sequence),
                    Family::Count => None,
                    _ => {
                        (open.family != Family::Count && follows(open, marker)).then_some(sequence)
                    }
                }
            })
        })
        .or_else(|| {
            find(&|open, marker| {
                let fits =
                    same(open, marker) && follows(open, marker) && open.state == ListState::Running;
                (fits && !marker.family.is_bullet()).then_some(Sequence::Changes)
            })
        })
        .or_else(|| find(&|open, marker| Self::slip(open, marker, candidate.gap)))
    }

    /// A number that is missing or typed twice (docs/dev/structure.md, "Going on"). Articles of a law
    /// may be left out by the dozen, and anything where the text says that it leaves something out.
    fn slip(open: &OpenList, marker: Marker, gap: MemberGap) -> Option<Sequence> {
        let same = open.family == marker.family
            && open.sign == marker.sign
            && open.prefix == marker.prefix;
        if !same
            || open.state == ListState::Paused
            || marker.ordinal <= 1
            || open.family.is_bullet()
        {
            return None;
        }
        let widest = if matches!(open.family, Family::Law(_)) { 200 } else { 2 };
        match marker.ordinal.checked_sub(open.last) {
            Some(1..) if gap != MemberGap::None => Some(Sequence::Follows),
            Some(0) => Some(Sequence::Repeats),
            Some(step) if (2..=widest).contains(&step) => Some(Sequence::Skips),
            _ => None,
        }
    }
}
