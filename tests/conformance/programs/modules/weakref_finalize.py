# weakref.finalize: once, when the object goes or at the program's end; detach and peek; silent ones.
import weakref

class Thing: pass

a, b, c, d = Thing(), Thing(), Thing(), Thing()
first = weakref.finalize(a, print, "a is gone", sep="")
second = weakref.finalize(b, print, "b at the end")
third = weakref.finalize(c, lambda: 1 / 0)
silent = weakref.finalize(d, print, "never told")
silent.atexit = False
print(first.alive, first.atexit, silent.atexit, first.peek() == (a, print, ("a is gone",), {"sep": ""}))
del a
print(first.alive, first(), first.detach(), first.peek())
print(third.detach()[0] is c, third.alive)
last = weakref.finalize(c, print, "c at the end, before b")
weakref.finalize(Thing(), print, "at once")
print("end")
