//! Limits of POSIX. macOS does not keep the one of address space.

use super::{SECONDS, SPACE};
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

/// How much longer the process has to tell that its time is up, in seconds.
const GRACE: u64 = 5;

/// Sets the limits of this process.
pub(in super::super) fn set() {
    // The second limit of time is later: at the second the process is killed, and only the first tells why.
    let limits =
        [(Resource::As, SPACE, 0), (Resource::Cpu, SECONDS, GRACE), (Resource::Core, 0, 0)];
    for (resource, most, grace) in limits {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most + grace) });
    }
}

/// Tells whether a process ended because its time was up.
pub(in super::super) fn is_out_of_time(status: ExitStatus) -> bool {
    status.signal() == Some(Signal::XCPU.as_raw())
}
