from enum import Enum, IntEnum, auto, Flag, StrEnum, unique
class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = "done"
    ALIAS = "done"
    @property
    def short(self): return self.name[0]
print(State.IDLE, repr(State.BUSY), State.DONE.value, State.ALIAS is State.DONE, State["IDLE"], State(2), list(State), len(State), State.IDLE.short, State.IDLE == State.BUSY, isinstance(State.IDLE, State), State.IDLE.name)
class P(IntEnum):
    LOW = 1
    HIGH = 3
print(P.LOW < P.HIGH, P.HIGH + 1, sorted([P.HIGH, P.LOW]), P.LOW == 1, f"{P.LOW}", repr(P.LOW), max(P))
class C(StrEnum):
    RED = auto()
print(C.RED, C.RED == "red", C.RED.upper())
class F(Flag):
    A = auto(); B = auto(); C = auto()
print(F.A | F.C, F.A in (F.A | F.B), (F.A | F.B).value, repr(F.A | F.B), ~F.A, bool(F.A & F.B))
for act in (lambda: State(99), lambda: State["X"], lambda: setattr(State, "IDLE", 5), lambda: State.NOPE):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)
