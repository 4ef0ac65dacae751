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


def heappush(heap, item, /):
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        item = heap[0]
        heap[0] = last
        _up(heap, 0)
        return item
    return last


def heapify(heap, /):
    for i in reversed(range(len(heap) // 2)):
        _up(heap, i)


def heapreplace(heap, item, /):
    top = heap[0]
    heap[0] = item
    _up(heap, 0)
    return top


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
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


def heappush_max(heap, item, /):
    heap.append(item)
    heap.sort(reverse=True)


def heapify_max(heap, /):
    heap.sort(reverse=True)


def heappop_max(heap, /):
    return heap.pop(0)
