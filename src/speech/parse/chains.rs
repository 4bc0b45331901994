//! Places of a list found by a key: a hash table whose entries of one key are linked.

/// What is in no chain, and the end of one.
const END: u32 = u32::MAX;

/// The places in a list that have a key each.
#[derive(Clone, Debug)]
pub(super) struct Chains {
    /// A key and its last place. The length is a power of two; a slot without a place is free.
    slots: Vec<(u32, u32)>,
    /// By place: the one before it that has the same key.
    before: Vec<u32>,
}

impl Chains {
    /// Makes the chains of a list, given the key of each place. A place without a key is not found.
    pub fn new(keys: &[Option<u64>]) -> Self {
        let slots = vec![(0, END); (2 * keys.len() + 1).next_power_of_two()];
        let mut chains = Chains { slots, before: Vec::with_capacity(keys.len()) };
        for (place, key) in (0..).zip(keys) {
            let before = key.map_or(END, |key| {
                let slot = chains.slot(key);
                std::mem::replace(&mut chains.slots[slot], (short(key), place)).1
            });
            chains.before.push(before);
        }
        chains
    }

    /// Returns the places that have a key, the last first. A few others may be among them.
    pub fn of(&self, key: u64) -> impl Iterator<Item = usize> {
        let (_, last) = self.slots[self.slot(key)];
        let some = |place: u32| (place != END).then_some(place);
        std::iter::successors(some(last), move |&place| some(self.before[place as usize]))
            .map(|place| place as usize)
    }

    /// Tells whether a place has a key.
    pub fn has(&self, key: u64) -> bool {
        self.slots[self.slot(key)].1 != END
    }

    /// Returns the slot of a key, or the free one where it belongs.
    fn slot(&self, key: u64) -> usize {
        let (key, mask) = (short(key), self.slots.len() - 1);
        let mut at = key as usize & mask;
        while self.slots[at].1 != END && self.slots[at].0 != key {
            at = (at + 1) & mask;
        }
        at
    }
}

fn short(key: u64) -> u32 {
    (key ^ key >> 32) as u32
}
