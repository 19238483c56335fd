"""Builds messages, header line by header line."""

import base64
import email.utils
import quopri
from dataclasses import dataclass

ANOTHER_LINE = "\n "


@dataclass(frozen=True)
class Part:
    """A MIME part, or the content of a whole message."""

    headers: tuple
    body: bytes

    def bytes(self):
        return header_block(self.headers) + b"\n" + self.body


def header_block(headers):
    return "".join(f"{name}: {value}\n" for name, value in headers).encode("utf-8")


def encoded(content_type, data, disposition=None, filename=None):
    """A part in base64."""
    return Part((*_content(content_type, disposition, filename),
                 ("Content-Transfer-Encoding", "base64")), base64.encodebytes(data))


def quoted(content_type, data, disposition=None, filename=None):
    """A part in quoted-printable."""
    return Part((*_content(content_type, disposition, filename),
                 ("Content-Transfer-Encoding", "quoted-printable")), quopri.encodestring(data))


def plain(content_type, data, disposition=None, filename=None):
    """A part as it is."""
    return Part(_content(content_type, disposition, filename), data)


def _content(content_type, disposition, filename):
    if filename:
        content_type += f';{ANOTHER_LINE}name="{filename}"'
    headers = (("Content-Type", content_type),)
    if disposition:
        name = f';{ANOTHER_LINE}filename="{filename}"' if filename else ""
        headers += (("Content-Disposition", disposition + name),)
    return headers


def multipart(subtype, boundary, parts):
    """Parts within a boundary; subtype may carry parameters of its own."""
    lines = [b"--%s\n%s\n" % (boundary.encode(), part.bytes().rstrip(b"\n")) for part in parts]
    body = b"".join(lines) + b"--%s--\n" % boundary.encode()
    return Part((("Content-Type", f'multipart/{subtype};{ANOTHER_LINE}boundary="{boundary}"'),),
                body)


def message(headers, content):
    block = header_block((*headers, ("MIME-Version", "1.0"), *content.headers))
    return block + b"\n" + content.body


def clock(seconds):
    """A moment as mail writes it."""
    return email.utils.formatdate(seconds, usegmt=False).replace("-0000", "+0000")


def encoded_words(text):
    """A header text hidden in base64, cut so that no word is too long."""
    words = [text[at:at + 33] for at in range(0, len(text), 33)]
    return ANOTHER_LINE.join(
        f"=?utf-8?B?{base64.b64encode(word.encode()).decode()}?=" for word in words)
