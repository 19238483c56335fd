"""The parts of make-samples.py, in the order in which the story is told.

days, dice, values    what everything stands on
flows, traffic        who sends mail under the names of Example Widgets
reporters, reports    who receives it and what they write down
xml, packing, mail    how a report becomes bytes
mailbox               the Maildir; truth: the numbers it must give
single, hostile       one file for each container and for each attack
verify                reads the Maildir back with other code
"""
