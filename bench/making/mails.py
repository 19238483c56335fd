"""Reports packed, and mails around them, with headers as long as those of real ones."""

import base64
import gzip
import io
import zipfile
from email.utils import formatdate

BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
HEX = "0123456789abcdef"
TYPES = {"gz": "application/gzip", "zip": "application/zip", "xml": "text/xml"}
SPAM_STATUS = ("X-Spam-Status: No, score=-5.1 required=5.0 tests=BAYES_00,DKIM_SIGNED,\n"
               "\tDKIM_VALID,DKIM_VALID_AU,SPF_HELO_NONE,SPF_PASS autolearn=ham\n"
               "\tautolearn_force=no version=3.4.6")


def file_name(report):
    """As RFC 9990, section 4.1 has it, without the end."""
    return (f"{report.reporter.host}!{report.domain}!{report.begin}!{report.end}"
            f"!{report.id[:10]}")


def packed(report):
    """The bytes of an attachment, and its name."""
    name, packing = file_name(report), report.reporter.packing
    room = io.BytesIO()
    if packing == "gz":
        with gzip.GzipFile(f"{name}.xml", "wb", 6, room, mtime=0) as file:
            file.write(report.xml)
        return room.getvalue(), f"{name}.xml.gz"
    if packing == "zip":
        with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
            member = zipfile.ZipInfo(f"{name}.xml", (2024, 3, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, report.xml)
        return room.getvalue(), f"{name}.zip"
    return report.xml, f"{name}.xml"


class MailMaker:
    """Writes the mail that a report comes in."""

    def __init__(self, dice):
        self.dice = dice

    def mail(self, report, data, name):
        """The bytes of a mail with the attachment."""
        header = self._trace(report) + self._names(report)
        if report.reporter.mail == "whole":
            header += [f'Content-Type: application/zip;\n\tname="{name}"',
                       f'Content-Disposition: attachment;\n\tfilename="{name}"',
                       "Content-Transfer-Encoding: base64"]
            return ("\n".join(header) + "\n\n" + _base64(data)).encode()
        boundary = "----=_Part_" + self._text(20, HEX)
        header.append(f'Content-Type: multipart/mixed;\n\tboundary="{boundary}"')
        text = self._html(report) if report.reporter.mail == "html" else _plain(report)
        kind = TYPES[report.reporter.packing]
        separator = "; " if self.dice.random() < 0.7 else ";\n\t"
        return "".join([
            "\n".join(header), "\n\nThis is a multi-part message in MIME format.\n\n",
            f"--{boundary}\n{text}--{boundary}\nContent-Type: {kind}{separator}name=\"{name}\"\n"
            f"Content-Transfer-Encoding: base64\nContent-Disposition: attachment;\n"
            f'\tfilename="{name}"\n\n{_base64(data)}\n--{boundary}--\n']).encode()

    def _trace(self, report):
        """What servers on the way have added."""
        host, date = report.reporter.host, self._date(report)
        lines = [f"Return-Path: <{report.reporter.email}>",
                 "Delivered-To: dmarc-rua@reports.example.com"]
        for hop in range(self.dice.randint(2, 4)):
            server = f"mx{self.dice.randint(1, 40)}.{host}"
            lines.append(
                f"Received: from {server} ({server} [192.0.2.{self.dice.randint(1, 254)}])\n"
                "\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\n"
                "\t key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest"
                " SHA256)\n\t(No client certificate requested)\n"
                f"\tby mail{hop}.reports.example.com (Postfix) with ESMTPS id"
                f" {self._text(11, HEX.upper())}\n"
                f"\tfor <dmarc-rua@reports.example.com>; {date}")
        lines.append(
            "Authentication-Results: mail.reports.example.com;\n\tdkim=pass (2048-bit key;"
            f" unprotected) header.d={host} header.i=@{host} header.a=rsa-sha256 header.s=s1"
            f" header.b={self._text(8)};\n\tdkim-atps=neutral; spf=pass"
            f" smtp.mailfrom={report.reporter.email}")
        lines += [self._signature(report) for _ in range(1 if self.dice.random() < 0.6 else 2)]
        if self.dice.random() < 0.4:
            lines.append("X-Message-State: " + "\n\t".join(self._text(70) for _ in range(3)))
        if self.dice.random() < 0.5:
            lines.append(SPAM_STATUS)
        return lines

    def _signature(self, report):
        body = "\n         ".join(self._text(64) for _ in range(5)) + self._text(22)
        return (f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n        "
                f"d={report.reporter.host}; s=20230601; t={report.end}; x={report.end + 604800};\n"
                "        h=content-disposition:content-transfer-encoding:subject:from:to:date\n"
                "         :message-id:mime-version:from:to:cc:subject:date:message-id:reply-to;\n"
                f"        bh={self._text(43)}=;\n        b={body}==")

    def _names(self, report):
        """The header that people see."""
        who = report.reporter
        sender = f'"DMARC Aggregate Report" <{who.email}>' if who.mail == "html" else who.email
        fold = "\n " if self.dice.random() < 0.3 else " "
        return [f"Date: {self._date(report)}", "MIME-Version: 1.0",
                f"Message-ID: <{report.id[:24]}@{who.host}>",
                f"Subject: Report Domain: {report.domain}{fold}Submitter: {who.host}"
                f" Report-ID: {report.id}",
                f"From: {sender}", "To: dmarc-rua@reports.example.com"]

    def _html(self, report):
        text = (f'<div style="font-family:system-ui;">This is a DMARC aggregate report from '
                f"{report.reporter.name}, for mail received between {report.begin} and "
                f"{report.end} UTC.<br/><br/>You receive it because the DMARC record of "
                f"{report.domain} names your address in its &#39;rua&#39; tag.</div><br/>\n") * 2
        inner = "_mpa_" + self._text(20, HEX)
        return (f'Content-Type: multipart/related; boundary="{inner}"\n\n--{inner}\n'
                "Content-Type: text/html; charset=us-ascii\nContent-Transfer-Encoding: base64\n\n"
                f"{_base64(text.encode())}\n--{inner}--\n")

    def _date(self, report):
        return formatdate(report.end + self.dice.randint(600, 30000))

    def _text(self, count, alphabet=BASE64):
        return "".join(self.dice.choices(alphabet, k=count))


def _plain(report):
    return ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            f"This is an aggregate DMARC report from {report.reporter.name} for "
            f"{report.domain}.\n")


def _base64(data):
    return base64.encodebytes(data).decode()
