#!/usr/bin/env python3
"""Opens a page in headless Chromium and says what the browser says of it.

    look.py chromium page.html [--shot out.png] [--width 1280] [--dark] [--pdf out.pdf]

Prints a JSON object: console messages, requests, violations of the page's policy, scripts that ran,
the text that is seen, and how far the page is wider than the window. Talks the DevTools protocol over
a pipe (--remote-debugging-pipe), so it needs no package and no port.
"""

import argparse
import base64
import json
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import time


class Browser:
    """Chromium, driven by file descriptors 3 and 4: messages end with a zero byte."""

    def __init__(self, program, home):
        to_read, self.to = os.pipe()
        self.out, to_write = os.pipe()

        def descriptors():
            read, write = os.dup(to_read), os.dup(to_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [
                program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync",
                "--disable-background-networking", "--disable-component-update",
                "--hide-scrollbars", f"--user-data-dir={home}", "--remote-debugging-pipe",
                "about:blank",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(3, 4), preexec_fn=descriptors, env={**os.environ, "HOME": home})
        os.close(to_read)
        os.close(to_write)
        self.number, self.rest, self.events = 0, b"", []

    def send(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive(60)
            if answer is None:
                sys.exit(f"{method}: no answer")
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.out], [], [], max(0, end - time.monotonic()))
            if not ready:
                return None
            piece = os.read(self.out, 1 << 20)
            if not piece:
                sys.exit("the browser ended")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def gather(self, seconds):
        while (event := self.receive(seconds)) is not None:
            self.events.append(event)

    def close(self):
        os.close(self.to)
        os.close(self.out)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def look(browser, page, width, dark, shot, pdf):
    target = browser.send("Target.createTarget", url="about:blank")["targetId"]
    session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def call(method, **parameters):
        return browser.send(method, session, **parameters)

    for domain in ["Page", "Network", "Log", "Runtime", "Audits"]:
        call(f"{domain}.enable")
    call(
        "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
        mobile=width < 600)
    scheme = "dark" if dark else "light"
    call("Emulation.setEmulatedMedia",
         features=[{"name": "prefers-color-scheme", "value": scheme}])
    # Whatever a page would run would show itself here.
    call("Page.addScriptToEvaluateOnNewDocument",
         source="window.ran=[];for(const n of['alert','confirm','prompt','open'])"
                "window[n]=(...a)=>{window.ran.push(n)}")
    call("Page.navigate", url=page)
    browser.gather(1.5)
    seen = call("Runtime.evaluate", returnByValue=True, expression="""({
        text: document.body.innerText, ran: window.ran, title: document.title,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        scripts: document.scripts.length, forms: document.forms.length,
        images: document.images.length, links: [...document.links].map(a => a.getAttribute('href')),
        handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
          .filter(a => a.name.startsWith('on') || a.name == 'style' || a.name == 'src').length,
        small: [...document.querySelectorAll('svg text')].filter(t => t.getBBox().height > 0
          && parseFloat(getComputedStyle(t).fontSize) < 11).length,
        cells: [...document.querySelectorAll('tr')].map(r => [...r.cells].map(c => c.textContent.trim()))
        })""")["result"]["value"]
    if shot:
        size = call("Page.getLayoutMetrics")["cssContentSize"]
        picture = call("Page.captureScreenshot", captureBeyondViewport=True, clip={
            "x": 0, "y": 0, "width": width, "height": min(size["height"], 8000), "scale": 1})
        pathlib.Path(shot).write_bytes(base64.b64decode(picture["data"]))
    if pdf:
        paper = call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        pathlib.Path(pdf).write_bytes(base64.b64decode(paper["data"]))
    browser.gather(0.2)
    events = [event for event in browser.events if event.get("sessionId") == session]

    def of(method):
        return [event["params"] for event in events if event["method"] == method]

    seen["console"] = [
        e["entry"]["text"] for e in of("Log.entryAdded")
    ] + [str(e["args"]) for e in of("Runtime.consoleAPICalled")] + [
        str(e["exceptionDetails"]["text"]) for e in of("Runtime.exceptionThrown")]
    seen["requests"] = [
        e["request"]["url"] for e in of("Network.requestWillBeSent")
        if e["request"]["url"] != page]
    seen["issues"] = [e["issue"]["code"] for e in of("Audits.issueAdded")]
    seen["dialogs"] = len(of("Page.javascriptDialogOpening"))
    return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("page")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--shot")
    parser.add_argument("--pdf")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        browser = Browser(asked.program, home)
        try:
            page = pathlib.Path(asked.page).resolve().as_uri()
            seen = look(browser, page, asked.width, asked.dark, asked.shot, asked.pdf)
        finally:
            browser.close()
    json.dump(seen, sys.stdout)


main()
