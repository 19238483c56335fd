"""Other programs that do the same, where they can be had."""

import subprocess
import sys

from mailboxes import DATA
from stages import Stage

PARSEDMARC = DATA / "venv" / "bin" / "parsedmarc"


def install():
    """Installs parsedmarc by pip into bench/data/venv; returns whether it is there."""
    if PARSEDMARC.exists():
        return True
    python = DATA / "venv" / "bin" / "python"
    steps = [
        [sys.executable, "-m", "venv", str(DATA / "venv")],
        [str(python), "-m", "pip", "install", "--quiet", "--no-input", "parsedmarc"],
    ]
    for step in steps:
        try:
            done = subprocess.run(step, capture_output=True, text=True, timeout=300, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return _cannot(str(error))
        if done.returncode:
            return _cannot((done.stderr or done.stdout).strip().split("\n")[-1])
    return PARSEDMARC.exists()


def _cannot(reason):
    print(f"parsedmarc is left out, pip cannot install it: {reason}", file=sys.stderr)
    return False


def version():
    """The version of parsedmarc, or None."""
    if not PARSEDMARC.exists():
        return None
    done = subprocess.run([PARSEDMARC, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


def stages(mailbox, maildir, scratch, most=0):
    """parsedmarc over the archives of a mailbox: it writes JSON and looks nothing up."""
    if not PARSEDMARC.exists():
        return []
    archives = str(maildir.parent / "arch")
    # It reads what it finds there, and adds to it.
    output = str(scratch / "parsedmarc")
    command = [str(PARSEDMARC), "--offline", "-s", "-o", output, archives]
    return [Stage(f"{mailbox}: parsedmarc", command, mailbox, f"{mailbox}: import",
                  fresh_folder=output, most=most)]
