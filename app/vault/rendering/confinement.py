"""Confine a process that parses hostile files, before it reads the first hostile byte.

Two steps. `limit` runs at the start: limits of memory and CPU time, no file writes, and the process ends with its
parent.
`seal` runs when the libraries are loaded. It sets up namespaces without a network where the system grants them, no
privileges, no new processes, and a seccomp filter with a closed list of system calls.
The list admits reading and writing open descriptors, memory, time, signals and exit.
A compromised parser can open no file (so read no key), create no socket and start no program.
It can only falsify its own answer.
Only Linux on x86-64 and ARM64 is supported: elsewhere `seal` fails and no rendition is made.
"""

import contextlib
import ctypes
import os
import platform
import resource
import signal
import struct
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_SECCOMP_MODE_FILTER: Final = 2
_NOBODY: Final = 65534
_CLONE_NEWUTS_IPC_NET: Final = 0x04000000 | 0x08000000 | 0x40000000
_CLONE_NEWUSER: Final = 0x10000000

_ARCHITECTURES: Final = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Column of the table below, and the kernel's audit number (linux/audit.h)."""

_CALLS: Final[dict[str, tuple[int, int]]] = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "getpid": (39, 172),
    "exit": (60, 93),
    "getrusage": (98, 165),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
    "rseq": (334, 293),
}

_LOAD: Final = 0x20  # BPF_LD | BPF_W | BPF_ABS
_JUMP_EQUAL: Final = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_RETURN: Final = 0x06  # BPF_RET | BPF_K
_ALLOW: Final = 0x7FFF0000
_NOT_PERMITTED: Final = 0x00050000 | 1  # SECCOMP_RET_ERRNO | EPERM
_KILL: Final = 0x80000000


class NotConfined(Exception):  # noqa: N818 - states the fact
    """This system cannot confine the process; no hostile file may be parsed."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def limit(*, cpu_seconds: int, memory_bytes: int) -> None:  # pragma: no cover - no coverage data from such a process
    """Set resource limits that cannot be raised again. Raises `NotConfined`."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    for what, most in (
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))


def seal() -> None:  # pragma: no cover - see limit
    """Confine the process. All files and libraries must be open or loaded already. Raises `NotConfined`."""
    libc = ctypes.CDLL(None, use_errno=True)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    if os.geteuid() == 0:
        libc.unshare(_CLONE_NEWUTS_IPC_NET)  # may be refused inside a container; the filter below denies sockets anyway
        with contextlib.suppress(PermissionError):
            os.setgroups([])
            os.setresgid(_NOBODY, _NOBODY, _NOBODY)
            os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    else:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWUTS_IPC_NET)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    code = _filter()
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.addressof(buffer))
    _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program))


def _filter() -> bytes:
    """Return the classic BPF program: kill on a wrong architecture, allow listed calls, answer EPERM to all others."""
    try:
        column, audit = _ARCHITECTURES[platform.machine()]
    except KeyError:
        raise NotConfined(f"no filter for {platform.machine()}") from None
    numbers = [call[column] for call in _CALLS.values()]
    steps = [(_LOAD, 0, 0, 4), (_JUMP_EQUAL, 1, 0, audit), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    steps += [(_JUMP_EQUAL, len(numbers) - index, 0, number) for index, number in enumerate(numbers)]
    steps += [(_RETURN, 0, 0, _NOT_PERMITTED), (_RETURN, 0, 0, _ALLOW)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _prctl(option: int, value: int, pointer: int = 0) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    arguments = [ctypes.c_ulong(each) for each in (value, pointer, 0, 0)]
    if libc.prctl(ctypes.c_int(option), *arguments):
        raise NotConfined(f"prctl {option}: {os.strerror(ctypes.get_errno())}")
