from typing import *
print(Awaitable[None], Coroutine[None, None, str], Callable[[str], Awaitable[None]], Callable[[], None], Generator[None, None, None])
print(List[None], Dict[str, None], Optional[None], Tuple[None, int], Literal[None, "a"], Optional[List[int]], Union[int, None])
