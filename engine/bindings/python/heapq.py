# heapq
def _down(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _up(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _down(heap, start, pos)


def _down_max(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not heap[parent] < item:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _up_max(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _down_max(heap, start, pos)


def _wrong(name, heap):
    raise TypeError(f"{name} must be list, not {type(heap).__name__}")


def heappush(heap, item, /):
    if not isinstance(heap, list):
        _wrong("heappush() argument 1", heap)
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def _pop(heap, up):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        item = heap[0]
        heap[0] = last
        up(heap, 0)
        return item
    return last


def heappop(heap, /):
    if not isinstance(heap, list):
        _wrong("heappop() argument", heap)
    return _pop(heap, _up)


def heapify(heap, /):
    if not isinstance(heap, list):
        _wrong("heapify() argument", heap)
    for i in reversed(range(len(heap) // 2)):
        _up(heap, i)


def _replace(heap, item, up):
    if not heap:
        raise IndexError("index out of range")
    top = heap[0]
    heap[0] = item
    up(heap, 0)
    return top


def heapreplace(heap, item, /):
    if not isinstance(heap, list):
        _wrong("heapreplace() argument 1", heap)
    return _replace(heap, item, _up)


def heappushpop(heap, item, /):
    if not isinstance(heap, list):
        _wrong("heappushpop() argument 1", heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heappush_max(heap, item, /):
    if not isinstance(heap, list):
        _wrong("heappush_max() argument 1", heap)
    heap.append(item)
    _down_max(heap, 0, len(heap) - 1)


def heappop_max(heap, /):
    if not isinstance(heap, list):
        _wrong("heappop_max() argument", heap)
    return _pop(heap, _up_max)


def heapify_max(heap, /):
    if not isinstance(heap, list):
        _wrong("heapify_max() argument", heap)
    for i in reversed(range(len(heap) // 2)):
        _up_max(heap, i)


def heapreplace_max(heap, item, /):
    if not isinstance(heap, list):
        _wrong("heapreplace_max() argument 1", heap)
    return _replace(heap, item, _up_max)


def heappushpop_max(heap, item, /):
    if not isinstance(heap, list):
        _wrong("heappushpop_max() argument 1", heap)
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _up_max(heap, 0)
    return item


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    rows = []
    for order, it in enumerate(map(iter, iterables)):
        for v in it:
            rows.append([v if key is None else key(v), order, v, it])
            break
    while rows:
        best = rows[0]
        for r in rows[1:]:
            if (best[0] < r[0]) if reverse else (r[0] < best[0]):
                best = r
        yield best[2]
        for v in best[3]:
            best[0], best[2] = (v if key is None else key(v)), v
            break
        else:
            rows.remove(best)
