//! Evidence weighed: signs that speak for or against a candidate, each with its weight.
//!
//! What a candidate is worth is the sum of the weights of its signs, the logarithm of the odds that it
//! is the right one. The weights are learned (docs/dev/facts.md) and read from `data/weights/facts.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A kind of evidence, with a name in the table of weights.
pub(in crate::speech::parse) trait Sign: Copy + Ord + 'static {
    /// All signs, in the order of their numbers.
    #[cfg(test)]
    const ALL: &'static [Self];
    /// Returns the name in the table.
    fn name(self) -> &'static str;
}

/// Makes an enum a [`Sign`].
macro_rules! signs {
    ($sign:ident { $($variant:ident = $name:literal,)* }) => {
        impl crate::speech::parse::metadata::weigh::Sign for $sign {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$($sign::$variant,)*];
            fn name(self) -> &'static str {
                match self {
                    $($sign::$variant => $name,)*
                }
            }
        }
    };
}
pub(in crate::speech::parse) use signs;

/// The weights of the signs of one fact.
#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::speech::parse) struct Weights {
    /// What a candidate without signs is worth.
    bias: f64,
    /// What a candidate must be worth to be given.
    threshold: f64,
    signs: BTreeMap<String, f64>,
}

/// The weights of all facts.
#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::speech::parse) struct FactWeights {
    pub speaker: Weights,
    pub date: Weights,
    pub occasion: Weights,
    pub place: Weights,
}

impl FactWeights {
    /// Reads the weights that ship with the program.
    pub fn shipped() -> Self {
        let table = include_str!(concat!(env!("OUT_DIR"), "/facts.json"));
        serde_json::from_str(table).expect("the shipped weights are sound, which a test checks")
    }
}

impl Weights {
    /// Reads the weights for what lies in what, that ship with the program.
    pub fn nesting() -> Self {
        let table = include_str!(concat!(env!("OUT_DIR"), "/nesting.json"));
        serde_json::from_str(table).expect("the shipped weights are sound, which a test checks")
    }

    /// Returns what a candidate with these signs is worth. A sign that comes twice counts once.
    pub fn worth<S: Sign>(&self, signs: &[S]) -> f64 {
        let mut own = signs.to_vec();
        own.sort_unstable();
        own.dedup();
        let weight = |sign: S| self.signs.get(sign.name()).copied().unwrap_or_default();
        self.bias + own.into_iter().map(weight).sum::<f64>()
    }

    /// Tells whether what has these signs is worth enough.
    pub fn holds<S: Sign>(&self, signs: &[S]) -> bool {
        self.worth(signs) >= self.threshold
    }

    /// Finds the best of candidates by their signs; the first of equal ones, none that is not worth
    /// enough.
    pub fn best<'s, S: Sign>(
        &self,
        candidates: impl IntoIterator<Item = &'s Vec<S>>,
    ) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (index, signs) in candidates.into_iter().enumerate() {
            let worth = self.worth(signs);
            if worth >= self.threshold && best.is_none_or(|(_, known)| worth > known) {
                best = Some((index, worth));
            }
        }
        best.map(|(index, _)| index)
    }

    /// Returns the names that the table has and `S` has not, for a test.
    #[cfg(test)]
    pub fn unknown<S: Sign>(&self) -> Vec<&str> {
        let known = |name: &str| S::ALL.iter().any(|sign| sign.name() == name);
        self.signs.keys().map(String::as_str).filter(|name| !known(name)).collect()
    }

    /// Returns the names that `S` has and the table has not, for a test.
    #[cfg(test)]
    pub fn unweighed<S: Sign>(&self) -> Vec<&str> {
        let signs = S::ALL.iter().map(|sign| sign.name());
        signs.filter(|name| !self.signs.contains_key(*name)).collect()
    }
}
