from typing import Dict, List, Optional, TypeVar, Union
T = TypeVar("T")
type A = int
for f in (lambda: T | None, lambda: None | T, lambda: Optional[T], lambda: List[T][int], lambda: Union[T, str], lambda: Dict[str, Optional[T]],
          lambda: A | None, lambda: T | A):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__)
