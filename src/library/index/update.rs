//! Bringing the catalogue and the index up to date with the files.
//!
//! What is on the disk is compared with the catalogue, and only what differs is read; of that, only
//! what has other bytes than any file known, or no rows of the register, is parsed. The index is committed first and the
//! catalogue written after it, so whatever stops the program in between, the next time finds an
//! index that is whole, and at worst reads some files again.

use super::book::RowsKey;
use super::catalog::{Catalog, Slip};
use super::means::{Means, OnDisk};
use super::place::{IndexFolder, Lock};
use super::progress::{IndexProgress, UpdateError, Updated};
use super::record::{Hashes, path_bytes};
use super::round::{CatalogSlot, Round};
use super::store::Store;
use crate::register::RegisterVocabulary;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicUsize};

/// Brings the library's cache up to date with `files`. `tell` hears how far it is now and then;
/// once `stop` is set, what was done so far is committed and the update ends.
///
/// # Errors
///
/// When another program is at it, or the cache cannot be written. Whatever was committed before
/// stays.
pub fn update(
    means: &Means,
    files: &[OnDisk],
    stop: &AtomicBool,
    tell: &mut dyn FnMut(IndexProgress),
) -> Result<Updated, UpdateError> {
    let place = means.place();
    // A library of nothing leaves nothing behind.
    if files.is_empty() && !place.folder().exists() {
        return Ok(Updated { complete: true, ..Updated::default() });
    }
    let lock = place.lock()?.ok_or(UpdateError::Busy)?;
    let input = UpdateInput { means, place: &place, lock: &lock, files, stop };
    let done = bring(&input, tell);
    match done {
        // What is there is in the way or makes no sense: without it there is nothing to fail at.
        Err(error) if error.is_of_index() => {
            place.set_aside(&lock)?;
            means.distrust();
            bring(&input, tell)
        }
        done => done,
    }
}

/// What an update goes by.
struct UpdateInput<'a> {
    means: &'a Means,
    place: &'a IndexFolder,
    lock: &'a Lock,
    files: &'a [OnDisk],
    stop: &'a AtomicBool,
}

fn bring(
    input: &UpdateInput<'_>,
    tell: &mut dyn FnMut(IndexProgress),
) -> Result<Updated, UpdateError> {
    let UpdateInput { means, place, lock, files, stop } = *input;
    let edition = means.edition();
    let mut catalog =
        Catalog::load(&place.catalog(), edition).unwrap_or_else(|| Catalog::new(edition));
    let mut store = Store::open(lock, &mut catalog, means, means.size(files))?;
    let mut old: HashMap<&[u8], Slip<'_>> = catalog.slips().map(|slip| (slip.path, slip)).collect();
    let mut slots: Vec<CatalogSlot<'_>> = Vec::with_capacity(files.len());
    let mut wanted: Vec<usize> = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let slip = old.remove(&*path_bytes(file.path.as_os_str()));
        slots.push(match slip {
            Some(slip) if slip.stamp == file.stamp && has_rows(&store, slip, file) => {
                CatalogSlot::Kept(slip)
            }
            other => {
                wanted.push(at);
                other.map_or(CatalogSlot::Empty, CatalogSlot::Stale)
            }
        });
    }
    let mut updated = Updated { removed: old.len(), complete: true, ..Updated::default() };
    if wanted.is_empty() && old.is_empty() && store.is_settled() {
        place.sweep(lock);
        return Ok(updated);
    }
    let known: HashMap<Hashes, Slip<'_>> = match wanted.is_empty() {
        true => HashMap::new(),
        false => catalog.slips().map(|slip| (slip.hashes, slip)).collect(),
    };
    store.begin(wanted.len())?;
    for path in old.into_keys() {
        store.remove(path);
    }
    let next = AtomicUsize::new(0);
    let vocabulary = RegisterVocabulary::of((*means.lexicon).clone());
    let round =
        Round { means, files, wanted: &wanted, known: &known, stop, next, vocabulary: &vocabulary };
    round.work(&mut store, &mut slots, &mut updated, tell)?;
    let mut fresh = Catalog::new(edition);
    let mut live = HashSet::with_capacity(files.len());
    for (slot, file) in slots.iter().zip(files) {
        let hashes = match slot {
            CatalogSlot::Kept(slip) | CatalogSlot::Stale(slip) => {
                fresh.copy(*slip);
                slip.hashes
            }
            CatalogSlot::Read(record) => {
                fresh.add(record);
                record.hashes()
            }
            CatalogSlot::Empty => continue,
        };
        live.insert(RowsKey::of(hashes, &file.path));
    }
    store.end(place, &mut fresh, &live)?;
    fresh.save(&place.catalog())?;
    place.sweep(lock);
    Ok(updated)
}

/// Tells whether the rows of a file are there, as far as it could be read.
fn has_rows(store: &Store, slip: Slip<'_>, file: &OnDisk) -> bool {
    slip.hashes.text == 0 || store.has_rows(RowsKey::of(slip.hashes, &file.path))
}
