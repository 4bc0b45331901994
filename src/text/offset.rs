//! The way back from a changed text to the text it was made from.

/// Maps byte offsets of a text to those of the text it came from, through any number of stages.
///
/// Each stage is a list of runs: from `out` on, an offset is `source + (offset - out)`. A stage
/// without runs is the identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    stages: Vec<Vec<OffsetRun>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OffsetRun {
    out: u32,
    source: u32,
}

impl OffsetMap {
    /// Adds a stage that was applied before those the map already has.
    pub fn push_earlier(&mut self, stage: Runs) {
        if !stage.runs.is_empty() {
            self.stages.push(stage.runs);
        }
    }

    /// Tells whether every offset is its own source.
    pub fn is_identity(&self) -> bool {
        self.stages.is_empty()
    }

    /// Returns the offset in the source, in bytes, of an offset in the changed text.
    pub fn to_source(&self, offset: usize) -> usize {
        self.stages.iter().fold(offset, |offset, runs| {
            match runs.partition_point(|run| run.out as usize <= offset).checked_sub(1) {
                Some(index) => {
                    let run = runs[index];
                    run.source as usize + (offset - run.out as usize)
                }
                None => offset,
            }
        })
    }

    /// Returns the first offset in the changed text, of `length` bytes, that comes from `source` or
    /// from behind it.
    pub fn to_changed(&self, source: usize, length: usize) -> usize {
        if self.is_identity() {
            return source.min(length);
        }
        let (mut low, mut high) = (0, length);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.to_source(middle) < source {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// One stage of an [`OffsetMap`] while it is being recorded.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    runs: Vec<OffsetRun>,
}

impl Runs {
    /// Records that from offset `out` on, the text comes from offset `source`.
    pub fn mark(&mut self, out: usize, source: usize) {
        let run = OffsetRun { out: out as u32, source: source as u32 };
        match self.runs.last_mut() {
            Some(last) if last.out == run.out => *last = run,
            Some(last)
                if last.source.wrapping_sub(last.out) == run.source.wrapping_sub(run.out) => {}
            None if run.out == run.source => {}
            _ => self.runs.push(run),
        }
    }

    /// Moves every source offset on by `bytes`: for a prefix that was cut off the source.
    pub fn shift_source(&mut self, bytes: usize) {
        for run in &mut self.runs {
            run.source += bytes as u32;
        }
        if self.runs.first().is_none_or(|run| run.out > 0) {
            self.runs.insert(0, OffsetRun { out: 0, source: bytes as u32 });
        }
    }
}
