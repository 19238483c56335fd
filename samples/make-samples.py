#!/usr/bin/env python3
"""Makes the sample data: two months in the report mailbox of Example Widgets.

Example Widgets sends mail as example.com, where a newsletter service and half of a payroll
service are not set up, so that nothing stricter than p=none would do yet. example.org sends from
its own servers alone and is being imitated by hundreds of strangers: the sooner p=reject the
better. example.net has been at p=quarantine for weeks without harm. parked.example sends nothing
at all, new.example has been looked at for nine days, and somebody sells tickets in the name of
club.example. See README.md.

The bytes are the same on every run.
"""

import argparse
import json
import pathlib
import sys

from making import hostile, mailbox, single, truth, verify

HERE = pathlib.Path(__file__).resolve().parent
MADE = ("maildir", "single", "hostile", "truth.json")


def make():
    """All files by path."""
    mails = mailbox.deliveries()
    facts = {**truth.of(mails), "single": single.expected(), "hostile": hostile.expected()}
    made = {"truth.json": (json.dumps(facts, indent=1) + "\n").encode()}
    for folder, files in (("maildir", mailbox.files(mails)), ("single", single.files()),
                          ("hostile", hostile.files())):
        made.update({f"{folder}/{name}": data for name, data in files.items()})
    return made


def write(made, folder):
    for path, data in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def present(folder):
    """The made files in a folder, by path."""
    found = {}
    for name in MADE:
        paths = [folder / name] if name.endswith(".json") else (folder / name).rglob("*")
        found.update({path.relative_to(folder).as_posix(): path.read_bytes()
                      for path in paths if path.is_file()})
    return found


def differences(made, found):
    for path in sorted(made.keys() | found.keys()):
        if path not in found:
            yield f"missing: {path}"
        elif path not in made:
            yield f"not made here: {path}"
        elif made[path] != found[path]:
            yield f"differs: {path}"


def complain(lines):
    """Prints what is wrong; the exit code says whether anything is."""
    lines = list(lines)
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


def main():
    parser = argparse.ArgumentParser(description="Makes the sample data.")
    parser.add_argument("--out", type=pathlib.Path, default=HERE, metavar="DIR",
                        help="where the samples are or shall be; default: beside this script")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--check", action="store_true",
                       help="make nothing; say whether the files are what would be made")
    group.add_argument("--verify", action="store_true",
                       help="make nothing; read the Maildir and compare it with truth.json")
    arguments = parser.parse_args()
    if arguments.verify:
        return complain(verify.differences(arguments.out))
    if arguments.check:
        return complain(differences(make(), present(arguments.out)))
    write(make(), arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
