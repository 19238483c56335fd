"""Well-formed reports whose texts and numbers want to do harm further on."""

from xml.sax.saxutils import escape

from .hostile_xml import plain

ESC = "\x1b"
BIDI = "\u202e\u2066\u200b"


def _org(text):
    return lambda: plain(org_name=escape(text))


def _reference(*codes):
    """Control characters as references: XML 1.0 allows but tab and line ends."""
    return "".join(f"&#{code};" for code in codes)


def _comment(text):
    reason = f"<reason><type>other</type><comment>{text}</comment></reason></policy_evaluated>"
    return plain().replace(b"</policy_evaluated>", reason.encode())


def _second_sum():
    """Two counts that fit, and a sum that does not."""
    return plain().replace(b"<count>42<", b"<count>9223372036854775807<") \
        .replace(b"<count>8<", b"<count>9223372036854775807<")


FILES = {
    "ansi-escapes.xml": ("either", _org(f"{ESC}[2J{ESC}]0;owned\x07{ESC}[31mbigmail.example")),
    "control-references.xml": ("either", lambda: plain(org_name=_reference(27, 7) + "[31m")),
    "c1-controls.xml": ("read", _org("\u009b31mbigmail.example\u0085\u009d0;owned\u009c")),
    "line-breaks.xml": ("read", lambda: plain(
        org_name="bigmail.example" + _reference(13, 10) + "Summary: all is well",
        report_id="one" + _reference(9, 10) + "two")),
    "line-separators.xml": ("read", _org("bigmail.example\u2028Summary: all is well\u2029")),
    "right-to-left.xml": ("read", _org(f"bigmail{BIDI}elpmaxe.liamgib")),
    "hostile-comment.xml": ("read", lambda: _comment(
        escape("</td><script>alert(1)</script>") + " =1+1 ' OR 1=1; --")),
    "csv-formula.xml": ("read", _org('=HYPERLINK("http://attacker.example/","bigmail.example")')),
    "csv-plus.xml": ("read", _org("+1+1")),
    "csv-minus.xml": ("read", _org("-2+3")),
    "csv-at.xml": ("read", _org("@SUM(1+1)*cmd|' /C calc'!A0")),
    "csv-tab.xml": ("read", lambda: plain(org_name=_reference(9) + "=1+1")),
    "csv-return.xml": ("read", lambda: plain(org_name=_reference(13) + "=1+1")),
    "csv-quotes.xml": ("read", _org('big","=1+1","mail\n=2+2')),
    "html-script.xml": ("read", _org("<script>alert(1)</script><img src=x onerror=alert(1)>")),
    "html-attribute.xml": ("read", _org("\" onmouseover=\"alert(1)\" x='")),
    "sql.xml": ("read", _org("Robert'); DROP TABLE report;--")),
    "format-string.xml": ("read", _org("%s%n%@%x{}$(touch owned)`touch owned`")),
    "long-org-name.xml": ("either", _org("a" * 90000)),
    "long-domain.xml": ("either", lambda: plain(header_from="a" * 4988 + ".example.com")),
    "many-labels.xml": ("either", lambda: plain(header_from="a." * 2500 + "example.com")),
    "odd-domain.xml": ("either", lambda: plain(domain="../../etc/passwd", header_from="..com.")),
    "odd-address.xml": ("either", lambda: plain(source_ip="::ffff:999.1.2.3%eth0")),
    "begin-after-end.xml": ("either", lambda: plain(begin="1793491199", end="1793404800")),
    "far-future.xml": ("either", lambda: plain(begin="9223372036854775000",
                                               end="9223372036854775807")),
    "far-past.xml": ("either", lambda: plain(begin="-9223372036854775808", end="-1")),
    "not-a-time.xml": ("refused", lambda: plain(begin="yesterday", end="today")),
    "long-period.xml": ("either", lambda: plain(begin="0", end="4102444800")),
    "huge-count.xml": ("either", lambda: plain(count="18446744073709551616")),
    "overflowing-sum.xml": ("either", _second_sum),
    "negative-count.xml": ("either", lambda: plain(count="-42")),
    "fraction-count.xml": ("either", lambda: plain(count="4.2e1")),
    "words-not-known.xml": ("either", lambda: plain(
        p="banana", disposition="maybe", dkim="perhaps")),
}
