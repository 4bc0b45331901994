//! Limits of a job object that the process puts itself into.
//!
//! Has `unsafe`: no safe interface sets the limits of a job.

#![allow(unsafe_code)]

use super::{SECONDS, SPACE};
use std::process::ExitStatus;
use std::ptr::null;
use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_ACTIVE_PROCESS,
    JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION, JOB_OBJECT_LIMIT_PROCESS_MEMORY,
    JOB_OBJECT_LIMIT_PROCESS_TIME, JOBOBJECT_BASIC_LIMIT_INFORMATION,
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JobObjectExtendedLimitInformation,
    SetInformationJobObject,
};
use windows_sys::Win32::System::Threading::GetCurrentProcess;

/// The units of a job's time in a second: 100 nanoseconds each.
const UNITS: i64 = 10_000_000;
/// The exit status of a process whose time was up (`ERROR_NOT_ENOUGH_QUOTA`).
const OUT_OF_QUOTA: i32 = 1816;

/// Sets the limits of this process: memory, time, no further process, and no dialog when it dies.
pub(in super::super) fn set() {
    let limits = JOBOBJECT_EXTENDED_LIMIT_INFORMATION {
        ProcessMemoryLimit: usize::try_from(SPACE).unwrap_or(usize::MAX),
        BasicLimitInformation: JOBOBJECT_BASIC_LIMIT_INFORMATION {
            PerProcessUserTimeLimit: SECONDS.cast_signed() * UNITS,
            ActiveProcessLimit: 1,
            LimitFlags: JOB_OBJECT_LIMIT_PROCESS_MEMORY
                | JOB_OBJECT_LIMIT_PROCESS_TIME
                | JOB_OBJECT_LIMIT_ACTIVE_PROCESS
                | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION,
            ..Default::default()
        },
        ..Default::default()
    };
    let length = u32::try_from(size_of_val(&limits)).unwrap_or_default();
    // SAFETY: both pointers of the first call may be null. The second reads `length` bytes of a value
    // of the type that its second argument names, which outlives the call. The job's handle is valid
    // or null, which both calls refuse, and stays open until the process ends.
    unsafe {
        let job = CreateJobObjectW(null(), null());
        let kind = JobObjectExtendedLimitInformation;
        if SetInformationJobObject(job, kind, (&raw const limits).cast(), length) != 0 {
            AssignProcessToJobObject(job, GetCurrentProcess());
        }
    }
}

/// Tells whether a process ended because its time was up.
pub(in super::super) fn is_out_of_time(status: ExitStatus) -> bool {
    status.code() == Some(OUT_OF_QUOTA)
}
