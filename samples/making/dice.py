"""Chance that falls the same way on every run.

Every part of the story rolls dice of its own name, so that a change in one part leaves the
others as they were. Only Random.random() is used: its sequence is promised to stay the same.
"""

import random

HEX = "0123456789abcdef"
DIGITS = "0123456789"


class Dice:
    def __init__(self, *names):
        self._random = random.Random("/".join(str(part) for part in ("example widgets",) + names))

    def chance(self, probability):
        return self._random.random() < probability

    def between(self, low, high):
        return low + int(self._random.random() * (high - low + 1))

    def one_of(self, choices):
        return choices[int(self._random.random() * len(choices))]

    def around(self, value, spread=0.15):
        """A whole number near a value."""
        return round(value * (1 + spread * (2 * self._random.random() - 1)))

    def text(self, alphabet, length):
        return "".join(self.one_of(alphabet) for _ in range(length))

    def data(self, length):
        return bytes(self.between(0, 255) for _ in range(length))

    def weighted(self, choices):
        """One of (choice, weight) pairs whose weights may sum to less than 1; else None."""
        roll = self._random.random()
        for choice, weight in choices:
            roll -= weight
            if roll < 0:
                return choice
        return None
