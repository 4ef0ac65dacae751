# A name that a module of the library does not have: where it was looked for, and what comes near.
for text in ("from asyncio import coroutine", "from collections import Mapping", "from asyncio.tasks import nothing", "from math import nope",
             "from collections.abc import nope", "from urllib.parse import nope"):
    try:
        exec(text)
    except ImportError as e:
        print(e, e.name, e.path, e.name_from)
from asyncio import coroutine
