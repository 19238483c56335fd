"""Small file systems in memory, which fill up and turn read-only as they are told."""

import subprocess
import tempfile
from pathlib import Path


class Disk:
    """One file system; mounting it needs root."""

    def __init__(self, folder, options):
        self.path = Path(tempfile.mkdtemp(dir=folder))
        self.options = options

    def __enter__(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", self.path], check=True,
                       stderr=subprocess.DEVNULL)
        return self

    def remount(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.path], check=True)

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.path], check=True)
        self.path.rmdir()


def can_mount(folder):
    try:
        with Disk(folder, "size=64k"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False
