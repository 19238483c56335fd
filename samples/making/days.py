"""UTC days as numbers since 1970-01-01."""

import datetime

SECONDS = 86400
_EPOCH = datetime.date(1970, 1, 1)


def day(text):
    """The number of a day written as 2026-10-31."""
    return (datetime.date.fromisoformat(text) - _EPOCH).days


def name(number):
    """A day as 2026-10-31."""
    return (_EPOCH + datetime.timedelta(days=number)).isoformat()


def date(number):
    return _EPOCH + datetime.timedelta(days=number)


def is_weekend(number):
    return date(number).weekday() >= 5


def is_tuesday(number):
    return date(number).weekday() == 1


def is_end_of_week(number):
    """Thursday, Friday and Saturday."""
    return date(number).weekday() in (3, 4, 5)


def start(number):
    """The first second of a day."""
    return number * SECONDS


def middle_day(begin, end):
    """The day on which a report counts: that of the middle of its period."""
    return (begin + end) // 2 // SECONDS


FIRST = day("2026-09-01")
LAST = day("2026-10-31")
WINDOW_FIRST = LAST - 29
ALL = range(FIRST, LAST + 1)
