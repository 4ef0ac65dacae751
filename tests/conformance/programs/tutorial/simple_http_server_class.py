import asyncio
from collections import namedtuple

Request = namedtuple("Request", "method path")

class Router:
    def __init__(self):
        self.routes = {}

    def get(self, path):
        def register(handler):
            self.routes["GET", path] = handler
            return handler
        return register

    async def dispatch(self, request):
        handler = self.routes.get((request.method, request.path))
        if handler is None:
            return 404, "not found"
        try:
            return 200, await handler(request)
        except Exception as e:
            return 500, f"{type(e).__name__}: {e}"

app = Router()

@app.get("/")
async def index(request):
    await asyncio.sleep(0.1)
    return "welcome"

@app.get("/slow")
async def slow(request):
    await asyncio.sleep(2)
    return f"slow {request.path}"

@app.get("/bug")
async def bug(request):
    return 1 / 0

async def main():
    requests = [Request("GET", p) for p in ("/slow", "/", "/bug", "/nowhere")] + [Request("POST", "/")]
    for done in asyncio.as_completed([app.dispatch(r) for r in requests]):
        print(*(await done), asyncio.get_running_loop().time())

asyncio.run(main())
