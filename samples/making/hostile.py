"""One small file for each attack and each kind of damage.

"refused": no report comes out, nothing crashes, and memory and time stay small. "read": a report
comes out; what it says is somebody's text and must do no harm where it is shown or summed up.
"either": a reader may take it or leave it.
"""

from . import hostile_mail, hostile_packing, hostile_text, hostile_xml

_ALL = {**hostile_xml.FILES, **hostile_text.FILES, **hostile_packing.FILES, **hostile_mail.FILES}


def files():
    return {name: make() for name, (_, make) in _ALL.items()}


def expected():
    """What must become of each file."""
    return {name: outcome for name, (outcome, _) in sorted(_ALL.items())}
