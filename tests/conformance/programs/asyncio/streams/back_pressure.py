import asyncio
async def handle(r,w):
    await asyncio.sleep(5)
    n=0
    while d:=await r.read(50000):
        n+=len(d)
    print("server got", n, asyncio.get_running_loop().time())
    w.close()
async def main():
    s = await asyncio.start_server(handle, port=8000)
    print(s, s.sockets[0])
    r,w = await asyncio.open_connection("localhost", 8000)
    print(r, w)
    for i in range(6):
        w.write(b'x'*50000)
        print(i, w.transport.get_write_buffer_size(), w.transport)
        await w.drain()
        print("drained", asyncio.get_running_loop().time())
    w.close()
    print(w)
    await w.wait_closed()
    print(w, r)
    s.close()
    await asyncio.sleep(1)
    print(s)
asyncio.run(main())
