"""What starting takes whoever writes the program: one of C that does nothing, with its libraries."""

import re
import subprocess

from mailboxes import DATA

SOURCE = "int main(void) { return 0; }\n"


def build(program):
    """The path of a program that does nothing and loads what another one loads, built anew."""
    bare = DATA / "bare"
    libraries = [f"-l:{name}" for name in _needed(program) if not name.startswith("ld-linux")]
    command = ["gcc", "-O2", "-x", "c", "-", "-o", str(bare), "-Wl,--no-as-needed", *libraries]
    subprocess.run(command, check=True, input=SOURCE, text=True)
    return bare


def _needed(program):
    """The libraries a program names itself; each names more."""
    command = ["readelf", "--dynamic", "--wide", str(program)]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", listed)
