import datetime as dt
print(dt.date.fromisocalendar(2024, 1, 1), dt.date.fromisocalendar(2020, 53, 7), dt.datetime.fromisocalendar(2021, 10, 3))
print(repr(dt.date(2024, 12, 30).isocalendar()), dt.date(2021, 1, 3).isocalendar()[1], dt.date(2024, 1, 1).isocalendar().week)
for bad in ["dt.date.fromisocalendar(2021, 53, 1)", "dt.date.fromisocalendar(2021, 1, 8)", "dt.date.fromisocalendar(0, 1, 1)",
            "dt.timedelta(days=10**10)", "dt.timedelta(days=10**9)", "dt.timedelta(hours='x')", "dt.timedelta(weeks=None)"]:
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
