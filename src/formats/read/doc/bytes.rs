//! Numbers at places of a stream, the low byte first; nothing where the stream is too short.

/// A stream that numbers are read from.
pub(super) trait Bytes {
    /// Returns `length` bytes at a place.
    fn part(&self, at: usize, length: usize) -> Option<&[u8]>;

    fn u8_at(&self, at: usize) -> Option<u8> {
        self.part(at, 1).map(|part| part[0])
    }

    fn u16_at(&self, at: usize) -> Option<u16> {
        self.part(at, 2).map(|part| u16::from_le_bytes([part[0], part[1]]))
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        self.part(at, 4).map(|part| u32::from_le_bytes([part[0], part[1], part[2], part[3]]))
    }

    /// Returns a number that counts or leads to a place.
    fn place_at(&self, at: usize) -> Option<usize> {
        self.u32_at(at).and_then(|place| usize::try_from(place).ok())
    }

    /// Returns `count` units of UTF-16 as text.
    fn wide_at(&self, at: usize, count: usize) -> Option<String> {
        self.part(at, count.checked_mul(2)?).map(wide)
    }
}

impl Bytes for [u8] {
    fn part(&self, at: usize, length: usize) -> Option<&[u8]> {
        self.get(at..at.checked_add(length)?)
    }
}

/// Decodes UTF-16; half a pair is U+FFFD.
pub(super) fn wide(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The ends of a table of places (PLC): places one more than data, the places first.
pub(super) struct Plc<'a> {
    bytes: &'a [u8],
    size: usize,
    /// How many pieces of data there are.
    pub count: usize,
}

impl<'a> Plc<'a> {
    /// Takes a table whose pieces of data are of `size` bytes.
    pub fn new(bytes: &'a [u8], size: usize) -> Self {
        Plc { bytes, size, count: bytes.len().saturating_sub(4) / (4 + size) }
    }

    /// Returns a place, from 0 up to and with `count`.
    pub fn place(&self, index: usize) -> Option<usize> {
        if self.count == 0 || index > self.count {
            return None;
        }
        self.bytes.place_at(index * 4)
    }

    /// Returns a piece of data.
    pub fn data(&self, index: usize) -> Option<&'a [u8]> {
        let at = (self.count + 1) * 4 + index * self.size;
        self.bytes.get(at..at + self.size)
    }
}
