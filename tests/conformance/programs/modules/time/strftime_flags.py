# Flags, widths and what strftime() does not know (the C library's: there is no text then).
import datetime
import time

at = (2026, 3, 4, 15, 6, 7, 2, 63, 0)
for f in ("%-d|%_d|%0d|%+d|%5d", "%-m %_m", "%-H %_I %-I", "%_j %-j %j", "%-e %e %0e", "%Ey %Od %EY %OH", "%5Y %10Y %+6Y %6G %4C", "%-U %_V %-y",
          "%Q", "a%", "%E", "%^a", "%i", "%5", "%%", "", "%-%", "x%n%ty", "%f"):
    print(repr(f), repr(time.strftime(f, at)), repr(datetime.datetime(2026, 3, 4, 5, 6, 7, 89).strftime(f)))
