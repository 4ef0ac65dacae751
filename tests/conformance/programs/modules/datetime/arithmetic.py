from datetime import datetime, date, time, timedelta, timezone
d = datetime(2024, 2, 28, 23, 59, 30)
print(d + timedelta(minutes=1), d + timedelta(days=2), d - timedelta(hours=48), d.replace(year=2023, hour=5), d.weekday(), d.isoweekday())
print(timedelta(days=1, hours=2, minutes=3.5), timedelta(seconds=3661), timedelta(milliseconds=1500), -timedelta(seconds=1), timedelta(weeks=1) / 2, timedelta(seconds=10) // timedelta(seconds=3), abs(timedelta(-1)))
print(repr(timedelta(1, 2, 3)), repr(d), repr(date(2024, 1, 2)), repr(time(1, 2)), d.timestamp() if False else "", d == datetime(2024, 2, 28, 23, 59, 30), date(2024, 3, 1) - date(2024, 2, 1))
print(datetime.fromisoformat("2024-01-02T03:04:05"), datetime.strptime("05/06/2024 07:08", "%d/%m/%Y %H:%M"), date.fromisoformat("2024-12-25").strftime("%j"), datetime.fromtimestamp(0, timezone.utc), datetime.combine(date(2024, 1, 1), time(12)))
print(datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat(), datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=2))).astimezone(timezone.utc), d.timetuple().tm_yday, date.min, datetime.max.year, timedelta(seconds=90).seconds)
for act in (lambda: datetime(2024, 2, 30), lambda: datetime.strptime("x", "%Y"), lambda: date.fromisoformat("bad")):
    try:
        act()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
