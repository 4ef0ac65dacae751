import time
print(time.ctime(), "|", time.strftime("%X"), time.strftime("%H:%M:%S"), time.strftime("%Y-%m-%d %a %b %j %p %I %y %%"))
time.sleep(3661)
print(time.ctime(), time.strftime("%H:%M:%S"), time.ctime(0), time.asctime())
t = time.localtime()
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t[0])
print(time.gmtime(86400), time.strftime("%A %B %d", time.gmtime(0)), time.strftime("%c %x"))
