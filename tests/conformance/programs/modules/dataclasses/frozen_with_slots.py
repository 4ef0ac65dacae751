from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class B:
    p: int = 1
for name in ("p", "q"):
    try: setattr(B(), name, 2)
    except Exception as e: print(type(e).__name__, e)
    try: delattr(B(), name)
    except Exception as e: print(type(e).__name__, e)
