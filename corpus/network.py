"""A process cuts itself off the network: from then on the system opens no socket for it or its children (seccomp)."""

import ctypes
import platform
import struct
import sys
from errno import EACCES

NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER_MODE = 38, 22, 2      # of prctl(2)
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | EACCES              # what the filter says of a call, seccomp(2)
LOAD, EQUALS, SAY = 0x20, 0x15, 0x06                         # instructions of the filter, linux/bpf_common.h
NUMBER, MACHINE = 0, 4                                       # offsets in struct seccomp_data
# by the machine: its audit number, and the numbers of socket(2) and of io_uring_setup(2), which could open one too
CALLS = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}


def cut_off() -> bool:
    """Whether the system refuses sockets from now on: Linux does, on the usual machines. It cannot be undone."""
    if sys.platform != "linux" or platform.machine() not in CALLS:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    code = _filter(*CALLS[platform.machine()])
    program = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(kept := ctypes.create_string_buffer(code)))
    done = libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    done = done and libc.prctl(SET_SECCOMP, FILTER_MODE, ctypes.c_char_p(program), 0, 0) == 0
    del kept
    return bool(done)


def _filter(machine: int, *refused: int) -> bytes:
    """The filter's instructions: code, steps to go on if it holds and if not, operand."""
    steps = [(LOAD, 0, 0, MACHINE), (EQUALS, 1, 0, machine), (SAY, 0, 0, REFUSE), (LOAD, 0, 0, NUMBER)]
    for left, call in enumerate(reversed(refused)):
        steps.insert(4, (EQUALS, left + 1, 0, call))
    steps += [(SAY, 0, 0, ALLOW), (SAY, 0, 0, REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
