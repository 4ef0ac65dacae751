import asyncio
import datetime
from datetime import datetime as dt, timedelta

async def main():
    start = dt.now()
    print(start, start.isoformat(), start.strftime("%H:%M:%S"), start.date(), start.time())
    await asyncio.sleep(1.5)
    later = dt.now()
    print(later, later - start, (later - start).total_seconds(), later > start)
    print(f"{later:%Y-%m-%d %H:%M:%S.%f}", datetime.datetime.now(datetime.timezone.utc), datetime.date.today())
    print(later.strftime("%c | %X | %x | %A %d %B %Y %I:%M %p"))

asyncio.run(main())
