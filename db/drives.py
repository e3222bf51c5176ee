"""Is a file on another machine? SQLite's locks are not safe there (sqlite.org/faq.html, question 5)."""

from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
# file systems that Linux mounts from other machines
REMOTE = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "fuse.glusterfs", "lustre", "fuse.sshfs",
    "fuse.rclone", "davfs", "fuse.davfs2", "fuse.s3fs", "ncpfs",
}


def remote(path: Path, mounts: Path = MOUNTS) -> str | None:
    """The kind of network drive that the file is on; None where it is on none, or nobody can tell."""
    try:
        lines = mounts.read_text(encoding="utf8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    here = path.resolve()
    found = [(Path(_plain(point)), kind) for _, point, kind, *_ in (line.split(" ") for line in lines if line)]
    around = [(len(point.parts), kind) for point, kind in found if here.is_relative_to(point)]
    kind = max(around, key=lambda item: item[0])[1] if around else ""
    return kind if kind in REMOTE else None


def _plain(point: str) -> str:
    """A mount point without the octal escapes of spaces and the like."""
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, letter)
    return point
