improt asyncio
