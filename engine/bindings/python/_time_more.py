# What of the module time few programs ask for.
from types import SimpleNamespace
import time as _time


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    from _strptime import parse
    year, month, day, hour, minute, second, _, weekday, julian, offset, zone = parse(data_string, format)
    return _time.struct_time((year, month, day, hour, minute, second, weekday, julian, 0 if zone else -1))


def get_clock_info(name, /):
    if name not in ("monotonic", "perf_counter", "process_time", "thread_time", "time"):
        raise ValueError("unknown clock")
    wall = name == "time"
    function = {"process_time": "CLOCK_PROCESS_CPUTIME_ID", "thread_time": "CLOCK_THREAD_CPUTIME_ID", "time": "CLOCK_REALTIME"}
    return SimpleNamespace(implementation=f"clock_gettime({function.get(name, 'CLOCK_MONOTONIC')})", monotonic=not wall, adjustable=wall,
                           resolution=1e-09)
