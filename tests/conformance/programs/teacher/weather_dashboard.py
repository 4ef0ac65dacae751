"""A dashboard asks several stations at once: some are slow, one lies, one is down."""
import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from statistics import fmean
from string import Template

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(relativeCreated)5.0f %(name)s %(levelname)s %(message)s" if False else
                    "%(asctime)s %(name)-12s %(levelname)-8s %(message)s", datefmt="%H:%M:%S")
CET = timezone(timedelta(hours=1), "CET")


@dataclass(order=True)
class Reading:
    celsius: float
    station: str
    at: datetime

    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32

    @classmethod
    def from_json(cls, station: str, text: str) -> "Reading":
        data = json.loads(text)
        celsius = float(data["temp"])
        if not -90 <= celsius <= 60:
            raise ValueError(f"{celsius:g} degrees cannot be")
        return cls(celsius, station, datetime.fromisoformat(data["at"]))


def station(delay: float, text: str | Exception) -> Callable[[], Awaitable[str]]:
    async def ask() -> str:
        await asyncio.sleep(delay)
        if isinstance(text, Exception):
            raise text
        return text

    return ask


STATIONS = {
    "hill": station(0.4, '{"temp": 3.25, "at": "2026-01-01T00:00:00+01:00"}'),
    "lake": station(0.9, '{"temp": "7.5", "at": "2026-01-01T00:05:00Z"}'),
    "desert": station(0.2, '{"temp": 900, "at": "2026-01-01"}'),
    "moon": station(30, "{}"),
    "cellar": station(0.3, '{"temp": 11, "at": "2026-01-01T00:01'),
    "tower": station(0.1, ConnectionResetError(104, "Connection reset by peer")),
    "roof": station(0.5, '{"when": 1}'),
}


class Dashboard:
    def __init__(self, patience: float):
        self.patience = patience
        self.readings: list[Reading] = []
        self.problems: dict[str, str] = {}

    async def ask(self, name: str) -> Reading | None:
        log = logging.getLogger(f"station.{name}"[:12])
        try:
            async with asyncio.timeout(self.patience):
                reading = Reading.from_json(name, await STATIONS[name]())
        except TimeoutError:
            log.warning("no answer in %.1f s", self.patience)
            self.problems[name] = "timeout"
        except (ValueError, KeyError) as e:
            log.error("bad answer: %s: %s", type(e).__name__, e)
            self.problems[name] = type(e).__name__
        except OSError as e:
            log.error("%s", e, exc_info=name == "nobody")
            self.problems[name] = f"errno {e.errno}"
        else:
            log.info("%.1f °C = %.1f °F", reading.celsius, reading.fahrenheit)
            self.readings.append(reading)
            return reading
        return None

    def show(self) -> str:
        lines = [f"{'station':<10}{'°C':>8}{'°F':>8}  time (CET)", "=" * 40]
        lines += [f"{r.station:<10}{r.celsius:>8.2f}{r.fahrenheit:>8.2f}  {r.at.astimezone(CET):%a %d %b %H:%M %Z}" for r in sorted(self.readings)]
        lines.append(Template("mean $mean, $n of $all, problems: $problems").substitute(
            mean=round(fmean(r.celsius for r in self.readings), 3), n=len(self.readings), all=len(STATIONS),
            problems=", ".join(f"{k} ({v})" for k, v in sorted(self.problems.items()))))
        return "\n".join(lines)


async def main():
    board = Dashboard(2)
    before = datetime.now()
    results = await asyncio.gather(*(board.ask(name) for name in STATIONS))
    print(board.show())
    print("asked for", datetime.now() - before, "coldest", min(r for r in results if r).station)
    print(json.dumps([asdict(r) for r in sorted(board.readings)], default=str, indent=1, ensure_ascii=False))


asyncio.run(main())
