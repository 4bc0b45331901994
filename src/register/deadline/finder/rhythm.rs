//! How often something is to be done: "hằng tháng", "mỗi tuần hai buổi", "định kỳ 6 tháng", "ngày 15 tháng 6 và 1 tháng 12 hằng năm".

use super::super::Rhythm;
use super::super::calendar::Stretch;
use super::super::meaning::Meaning;
use super::super::moment::Moment;
use super::Finder;

impl Finder<'_> {
    /// Reads "hằng tháng", "định kỳ", "định kỳ 6 tháng", "mỗi tuần một lần".
    pub(super) fn rhythm_words(&self, at: usize) -> Option<(Rhythm, usize)> {
        let (unit, words) = (&self.vocabulary.unit, &self.vocabulary.rhythm);
        let often = self.times(at).unwrap_or(0);
        let periodic = self.phrase(at + often, &words.periodic);
        let mut next = at + often + periodic.unwrap_or(0);
        let each = self.phrase(next, &words.each);
        let units = [
            (Rhythm::Daily, &unit.day),
            (Rhythm::Daily, &unit.part_of_day),
            (Rhythm::Weekly, &unit.week),
            (Rhythm::Monthly, &unit.month),
            (Rhythm::Quarterly, &unit.quarter),
            (Rhythm::Yearly, &unit.year),
            (Rhythm::Periodic, &unit.hour),
            (Rhythm::Periodic, &unit.minute),
        ];
        let named = |at: usize| {
            units.iter().find_map(|(rhythm, phrases)| Some((*rhythm, self.phrase(at, phrases)?)))
        };
        let once = |at: usize| self.phrase(at, &words.once);
        let rhythm = match (periodic, each) {
            (_, Some(each)) => {
                next += each;
                // "Mỗi chiều thứ sáu": every week.
                let part = self.phrase(next, &unit.part_of_day).unwrap_or(0);
                let (rhythm, count) = match self.reader.read(next + part) {
                    Some(Moment { stretch: Stretch::Weekday { .. }, words, .. }) => {
                        (Rhythm::Weekly, part + words)
                    }
                    _ => named(next)?,
                };
                next += count;
                rhythm
            }
            (Some(_), None) => {
                // "định kỳ 6 tháng": how often is told, and has no name of its own.
                let counted =
                    self.reader.numerals().number(next).and_then(|(_, number)| {
                        named(next + number).map(|(_, unit)| number + unit)
                    });
                next += counted.unwrap_or(0);
                // "Lịch tiếp công dân định kỳ." says what kind it is.
                if counted.is_none() && !self.tokens.follows(next) && self.tokens.follows(at) {
                    return None;
                }
                Rhythm::Periodic
            }
            (None, None) if often > 0 => return None,
            (None, None) => {
                // "Sáu tháng một lần" has no name of its own.
                let counted = self.reader.numerals().number(next);
                let counted = counted.filter(|(_, words)| named(next + words).is_some());
                let number = counted.map_or(0, |(_, words)| words);
                let (rhythm, count) = named(next + number)?;
                once(next + number + count)?;
                next += number + count;
                match counted {
                    Some((several, _)) if several > 1 => Rhythm::Periodic,
                    _ => rhythm,
                }
            }
        };
        next += once(next).or_else(|| self.times(next)).unwrap_or(0);
        Some((rhythm, next - at))
    }

    /// Reads how often in a rhythm: "hai lần".
    pub(super) fn times(&self, at: usize) -> Option<usize> {
        let (_, number) = self.reader.numerals().number(at)?;
        Some(number + self.phrase(at + number, &self.vocabulary.rhythm.times)?)
    }

    /// Returns how many words name further days behind a day: "và 1 tháng 12".
    pub(super) fn further_days(&self, at: usize) -> usize {
        let mut next = at;
        while let Some(link) = self.phrase(next, &self.vocabulary.unit.and)
            && let Some(day) = self.reader.read(next + link)
            && matches!(day.stretch, Stretch::Day { .. })
        {
            next += link + day.words;
        }
        next - at
    }

    pub(super) fn rhythm(&self, at: usize) -> Option<(Option<Meaning>, usize)> {
        let (rhythm, words) = self.rhythm_words(at)?;
        // "Kế hoạch hằng năm" says which plan it is; "báo cáo kế hoạch theo định kỳ hằng quý" how often.
        let is_periodic = self.phrase(at, &self.vocabulary.rhythm.periodic).is_some();
        let is_name = !is_periodic && self.tokens.is_behind(at, &self.vocabulary.rhythm.names);
        Some(((!is_name).then(|| Meaning::every(rhythm)), at + words))
    }
}
