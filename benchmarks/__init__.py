"""Speed as ratios in one run: `python -m benchmarks [koude-start | termijnen | journaal | archief ...]`.

Each subject measures two ways of doing the same thing in turn, so that a busy machine slows down both, and first
checks that both give the same answers. A measure is a ratio against a bound; one that misses it makes the exit code 1.

    koude_start   whole commands against an interpreter that does nothing
    termijnen     100,000 terms against `relativedelta` and `holidays`
    journaal      100,000 entries against a bare scan, the library `eventsourcing`, and a raw durable write
    archief       open cases beside 10,000 closed ones against the open ones alone
    bibliotheek   the same cases in `eventsourcing`
    vulling       work folders with fictional cases
    storing       no ratios: writers killed, processes at once, and bytes changed; what is lost, half or not found
    meten         measuring in turn, and the table

Needs the extra `bench`, and the product installed (`pip install ".[bench]"`): a cold start from a checkout says little.
The temporary folder (TMPDIR) must be on a real disk, or the durable write says nothing.
"""
