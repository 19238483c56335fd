"""gzip, zlib and zip, written here so that no library's clock or version shows in the bytes."""

import struct
import zlib
from dataclasses import dataclass

DOS_DATE = (2026 - 1980) << 9 | 10 << 5 | 31
STORED, DEFLATED = 0, 8


def deflate(data, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def gzip(data):
    header = b"\x1f\x8b\x08\x00" + bytes(4) + b"\x02\x03"
    return header + deflate(data) + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def zlib_stream(data):
    packer = zlib.compressobj(9)
    return packer.compress(data) + packer.flush()


@dataclass(frozen=True)
class Member:
    """A file of a zip archive; the claimed size may be a lie."""

    name: str
    data: bytes = b""
    flags: int = 0
    method: int = DEFLATED
    claimed_size: int | None = None

    @property
    def packed(self):
        return deflate(self.data) if self.method == DEFLATED else self.data

    def fields(self):
        """What the local header and the directory entry have in common."""
        size = len(self.data) if self.claimed_size is None else self.claimed_size
        name = self.name.encode()
        return struct.pack("<HHHHHIIIHH", 20, self.flags, self.method, 0, DOS_DATE,
                           zlib.crc32(self.data), len(self.packed), size, len(name), 0), name


def zip_archive(members):
    body, directory = b"", b""
    for member in members:
        fields, name = member.fields()
        directory += (b"PK\x01\x02" + struct.pack("<H", 0x031E) + fields
                      + struct.pack("<HHHII", 0, 0, 0, 0o644 << 16, len(body)) + name)
        body += b"PK\x03\x04" + fields + name + member.packed
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end
