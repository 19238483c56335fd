"""Containers that are bombs, that lie, or that hold no report."""

import struct
import zlib

from .dice import Dice
from .packing import STORED, Member, deflate, gzip, zip_archive
from .single import document

ENCRYPTED = 1


def _gzip_bomb():
    """60 MB of '<' in 60 kB."""
    return gzip(b"<" * 60_000_000)


def _zip_bomb():
    return zip_archive([Member("report.xml", b"<" * 60_000_000)])


def _layered_bomb():
    """The bomb within another gzip: a few hundred bytes."""
    return gzip(_gzip_bomb())


def _nested(levels):
    data = document()
    for _ in range(levels):
        data = gzip(data)
    return data


def _nested_zip():
    data = zip_archive([Member("report.xml", document())])
    for level in range(8):
        data = zip_archive([Member(f"level{level}.zip", data)])
    return data


def _lying_sizes():
    """10 MB that claim to be 100 bytes."""
    return zip_archive([Member("report.xml", document() + b" " * 10_000_000, claimed_size=100)])


def _claims_much():
    """A small report that claims to be 4 GB."""
    return zip_archive([Member("report.xml", document(), claimed_size=0xFFFFFFFE)])


def _encrypted():
    secret = Dice("encrypted").data(600)
    return zip_archive([Member("report.xml", secret, flags=ENCRYPTED, method=STORED)])


def _traversal():
    names = ("../../../../etc/cron.d/report.xml", "/etc/report.xml", "..\\..\\windows\\report.xml",
             "C:\\report.xml", "reports/\x1b[2J.xml", "a" * 4000 + ".xml")
    return zip_archive([Member(name, document()) for name in names])


def _crowd():
    """1,000 members, each of them empty."""
    return zip_archive([Member(f"{number:04d}.xml", method=STORED) for number in range(1000)])


def _overlapping():
    """A directory that names one member 400 times."""
    archive = zip_archive([Member("report.xml", b"<" * 1_000_000)])
    start = archive.index(b"PK\x01\x02")
    entry = archive[start:archive.index(b"PK\x05\x06")]
    end = struct.pack("<HHHHIIH", 0, 0, 400, 400, len(entry) * 400, start, 0)
    return archive[:start] + entry * 400 + b"PK\x05\x06" + end


def _corrupt_gzip():
    data = bytearray(gzip(document()))
    middle = len(data) // 2
    data[middle:middle + 8] = bytes(8)
    return bytes(data)


def _wrong_checksum():
    data = document()
    trailer = struct.pack("<II", zlib.crc32(data) ^ 1, len(data))
    return b"\x1f\x8b\x08\x00" + bytes(4) + b"\x02\x03" + deflate(data) + trailer


def _truncated_gzip():
    data = gzip(document())
    return data[:len(data) // 2]


def _truncated_zip():
    data = zip_archive([Member("report.xml", document())])
    return data[:len(data) // 2]


def _long_gzip_name():
    """A header whose file name takes 90 kB."""
    header = b"\x1f\x8b\x08\x08" + bytes(4) + b"\x02\x03" + b"n" * 90_000 + b"\x00"
    return header + gzip(document())[10:]


def _picture():
    return gzip(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40))


FILES = {
    "gzip-bomb.xml.gz": ("refused", _gzip_bomb),
    "zip-bomb.zip": ("refused", _zip_bomb),
    "layered-bomb.xml.gz.gz": ("refused", _layered_bomb),
    "nested-gzips.gz": ("refused", lambda: _nested(40)),
    "nested-zips.zip": ("refused", _nested_zip),
    "lying-sizes.zip": ("either", _lying_sizes),
    "claims-4-gigabytes.zip": ("either", _claims_much),
    "encrypted.zip": ("refused", _encrypted),
    "path-traversal.zip": ("either", _traversal),
    "crowd-of-members.zip": ("refused", _crowd),
    "overlapping.zip": ("refused", _overlapping),
    "empty.zip": ("refused", lambda: zip_archive([])),
    "no-report.zip": ("refused", lambda: zip_archive([Member("readme.txt", b"Nothing here.\n")])),
    "corrupt.xml.gz": ("refused", _corrupt_gzip),
    "wrong-checksum.xml.gz": ("refused", _wrong_checksum),
    "truncated.xml.gz": ("refused", _truncated_gzip),
    "truncated.zip": ("refused", _truncated_zip),
    "only-magic.xml.gz": ("refused", lambda: b"\x1f\x8b"),
    "long-name.xml.gz": ("either", _long_gzip_name),
    "picture.gz": ("refused", _picture),
    "unused.xml.gz": ("refused", lambda: gzip(b"unused")),
}
