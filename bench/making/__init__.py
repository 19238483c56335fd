"""Makes large mailboxes of invented reports, the same for the same seed.

Names are of RFC 2606. So many senders need more addresses than RFC 5737 has: ours and those of
services are of 198.18.0.0/15 (RFC 2544, for benchmarks), those of strangers of 240.0.0.0/4, which
nobody was ever given (RFC 1112), and of 2001:db8::/32 (RFC 3849).
"""
