"""Reading a log: regular expressions, Counter, defaultdict, statistics, textwrap, JSON and a report."""
import io
import json
import re
import statistics
import textwrap
from collections import Counter, defaultdict
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Iterator, NamedTuple

LOG = """\
2024-03-01 09:00:01 INFO  [web-1] GET /index.html 200 12ms
2024-03-01 09:00:02 INFO  [web-2] GET /login 200 48ms
2024-03-01 09:00:02 WARN  [web-1] slow query: SELECT * FROM users (1207ms)
this line is broken
2024-03-01 09:00:05 ERROR [web-2] POST /login 500 3ms
2024-03-01 09:01:11 INFO  [web-1] GET /index.html 304 1ms
2024-03-01 09:01:12 INFO  [web-3] GET /img/logo.png?size=2x 200 7ms
2024-03-01 09:02:30 ERROR [web-3] GET /missing 404 2ms
2024-03-01 09:02:31 INFO  [web-1] DELETE /users/17 204 33ms
"""
LINE = re.compile(r"(?P<when>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?P<level>[A-Z]+)\s+\[(?P<host>[\w-]+)\] (?P<rest>.+)")
REQUEST = re.compile(r"""
    (?P<method>GET|POST|PUT|DELETE)\s
    (?P<path>/[^\s?]*)(?:\?(?P<query>\S+))?\s
    (?P<status>\d{3})\s
    (?P<ms>\d+)ms$
""", re.VERBOSE)


class Entry(NamedTuple):
    when: datetime
    level: str
    host: str
    method: str | None = None
    path: str | None = None
    status: int = 0
    ms: int = 0


def parse(stream) -> Iterator[Entry]:
    for number, line in enumerate(stream, 1):
        if not (m := LINE.match(line)):
            print(f"line {number}: cannot read {line.strip()!r}")
            continue
        when = datetime.strptime(m["when"], "%Y-%m-%d %H:%M:%S")
        if r := REQUEST.match(m["rest"]):
            yield Entry(when, m["level"], m["host"], r["method"], r["path"], int(r["status"]), int(r["ms"]))
        else:
            print(f"line {number}: {re.sub(r'[0-9]+', '#', m['rest'])}")
            yield Entry(when, m["level"], m["host"])


def report(entries: list[Entry]) -> dict:
    levels = Counter(e.level for e in entries)
    by_host = defaultdict(list)
    for e in entries:
        if e.method:
            by_host[e.host].append(e.ms)
    times = [e.ms for e in entries if e.method]
    return {
        "levels": dict(levels.most_common()),
        "hosts": {h: {"n": len(t), "mean": round(statistics.mean(t), 2), "max": max(t)} for h, t in sorted(by_host.items())},
        "median": statistics.median(times),
        "stdev": round(statistics.stdev(times), 3),
        "quartiles": statistics.quantiles(times, n=4),
        "errors": [f"{e.status} {e.method} {e.path}" for e in entries if e.status >= 400],
    }


entries = list(parse(io.StringIO(LOG)))
data = report(entries)
print(json.dumps(data, indent=2))
print(f"{'host':<8}|{'n':>3}|{'mean':>8}|{'max':>5}")
print("-" * 8 + "+" + "-" * 3 + "+" + "-" * 8 + "+" + "-" * 5)
for host, row in data["hosts"].items():
    print(f"{host:<8}|{row['n']:>3}|{row['mean']:>8.2f}|{row['max']:>5d}")
for minute, group in groupby(entries, key=lambda e: e.when.replace(second=0)):
    group = list(group)
    print(f"{minute:%H:%M}", "#" * len(group), ", ".join(sorted({e.host for e in group})))
print(max(entries, key=attrgetter("ms")))
print(textwrap.fill("The slowest request was " + " ".join(str(x) for x in max(entries, key=attrgetter("ms"))[3:]) + ", and the log has "
                    f"{len(entries)} entries over {entries[-1].when - entries[0].when}.", width=44, subsequent_indent="  "))
print(textwrap.indent(textwrap.dedent("""
    done:
      all read
    """).strip(), "> "))
print(re.findall(r"\b(\w+)@(\w+)\.org", "ann@site.org bob@home.org"), re.split(r"[;,]\s*", "a, b;c,d"), LINE.groupindex)
