"""The reference's inside: CPython 3.14 with a simulated clock.

Runs inside Pyodide (CPython compiled to wasm).  `clock` decides what time it is, `order` makes CPython's arbitrary
set orders reproducible, `loop` is the event loop on that clock, `threads` imitates threads one function at a time,
`network` holds the fake HTTP libraries, `loopback` in-memory streams, and `program` runs one program and makes its record.
The rules that all of them follow are written down in ../README.md.
"""
