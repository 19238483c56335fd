"""Mails in the mailbox that are not DMARC aggregate reports."""

import json

from . import days, forms, mail
from .dice import HEX, Dice
from .packing import gzip


def _headers(sender, subject, arrival, extra=()):
    host = sender.rpartition("@")[2]
    token = Dice("other", sender, arrival).text(HEX, 20)
    return (("Return-Path", f"<{sender}>"), ("Delivered-To", forms.MAILBOX),
            ("Authentication-Results", forms.authentication_results(host, True)),
            ("Received", forms.received(f"out.{host}", token, arrival)),
            ("Date", mail.clock(arrival - 5)), ("From", f"<{sender}>"), ("To", forms.MAILBOX),
            ("Subject", subject), ("Message-ID", f"<{token}@{host}>"), *extra)


def tls_report(day, failures, arrival, compressed=True):
    """A report about TLS (RFC 8460): its subject looks like a DMARC report's."""
    domain, host = "example.com", "bigmail.example"
    data = json.dumps(_tls_body(day, domain, failures), indent=1).encode()
    kind, extension = ("tlsrpt+gzip", "json.gz") if compressed else ("tlsrpt+json", "json")
    name = f"{host}!{domain}!{days.start(day)}!{days.start(day + 1) - 1}!001.{extension}"
    parts = [mail.plain("text/plain", b"This is an aggregate TLS report.\n"),
             mail.encoded(f"application/{kind}", gzip(data) if compressed else data,
                          "attachment", name)]
    boundary = Dice("tls", day).text(HEX, 24)
    content = mail.multipart('report; report-type="tlsrpt"', boundary, parts)
    extra = (("TLS-Report-Domain", domain), ("TLS-Report-Submitter", host))
    subject = f"Report Domain: {domain} Submitter: {host} Report-ID: <{day}@{host}>"
    return mail.message(_headers(f"noreply-tls@{host}", subject, arrival, extra), content)


def _tls_body(day, domain, failures):
    policy = {"policy-type": "sts", "policy-domain": domain, "mx-host": [f"mx.{domain}"],
              "policy-string": ["version: STSv1", "mode: testing", f"mx: mx.{domain}"]}
    details = [{"result-type": "certificate-expired", "sending-mta-ip": "192.0.2.150",
                "receiving-mx-hostname": f"mx.{domain}", "failed-session-count": failures}]
    summary = {"total-successful-session-count": 310, "total-failure-session-count": failures}
    return {"organization-name": "Bigmail", "contact-info": "noreply-tls@bigmail.example",
            "report-id": f"{day}@bigmail.example",
            "date-range": {"start-datetime": f"{days.name(day)}T00:00:00Z",
                           "end-datetime": f"{days.name(day)}T23:59:59Z"},
            "policies": [{"policy": policy, "summary": summary,
                          "failure-details": details if failures else []}]}


def failure_report(arrival):
    """A failure report about one message (RFC 6591, RFC 9991)."""
    facts = ("Feedback-Type: auth-failure\nUser-Agent: Hobbyhost/1.4\nVersion: 1\n"
             "Auth-Failure: dmarc\nIdentity-Alignment: dkim, spf\n"
             "Original-Mail-From: <anna@example.com>\nSource-IP: 203.0.113.17\n"
             "Reported-Domain: example.com\nDelivery-Result: delivered\n"
             f"Arrival-Date: {mail.clock(arrival - 60)}\n"
             "Authentication-Results: mx.hobbyhost.example; dmarc=fail header.from=example.com\n")
    original = ("From: Anna <anna@example.com>\nTo: Bert <bert@hobbyhost.example>\n"
                f"Date: {mail.clock(arrival - 90)}\nSubject: The widgets of Thursday\n"
                "Message-ID: <widgets-of-thursday@example.com>\n")
    parts = [mail.plain("text/plain", b"A message from example.com failed authentication.\n"),
             mail.plain("message/feedback-report", facts.encode()),
             mail.plain("text/rfc822-headers", original.encode())]
    content = mail.multipart("report; report-type=feedback-report", "=_feedback", parts)
    sender = "postmaster@mx.hobbyhost.example"
    return mail.message(_headers(sender, "FW: The widgets of Thursday", arrival), content)


def ordinary(arrival):
    text = ("Hello,\n\nshall we look at the reports together on Monday? I think the payroll\n"
            "people are only half done.\n\nAnna\n")
    return mail.message(_headers("anna@example.com", "Monday", arrival),
                        mail.plain("text/plain; charset=utf-8", text.encode()))


def half_delivered():
    """What a delivery that was interrupted left behind in tmp: nobody may read it."""
    return b"Return-Path: <bounces@bigmail.example>\nDelivered-To: dmarc-reports@exam"
