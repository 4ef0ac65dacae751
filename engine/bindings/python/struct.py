"""struct: bytes and values."""
from _ap import c_type as _c_type
import math as _math


class error(Exception):
    pass


error.__module__ = 'struct'
_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'e': 2, 'f': 4,
          'd': 8, 's': 1, 'p': 1, 'P': 8}
_UNSIGNED = 'BHILQNP'
_FLOATS = {'e': (5, 10), 'f': (8, 23), 'd': (11, 52)}



def _parse(format):
    if isinstance(format, bytes):
        format = format.decode('ascii')
    elif not isinstance(format, str):
        raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
    native, order = True, 'little'
    i = 0
    if format[:1] in ('@', '=', '<', '>', '!'):
        native = format[0] == '@'
        order = 'big' if format[0] in '>!' else 'little'
        i = 1
    items, size, end = [], 0, len(format)
    while i < end:
        c = format[i]
        i += 1
        if c.isspace():
            continue
        count = None
        if c.isdigit():
            digits = c
            while i < end and format[i].isdigit():
                digits += format[i]
                i += 1
            if i >= end:
                raise error('repeat count given without format specifier')
            count, c = int(digits), format[i]
            i += 1
        if c not in _SIZES or (not native and c in 'nNP'):
            raise error('bad char in struct format')
        width = 8 if native and c in 'lL' else _SIZES[c]
        if native and width > 1 and c not in 'sp':
            gap = -size % width
            if gap:
                items.append(('x', gap, 1))
                size += gap
        items.append((c, 1 if count is None else count, width))
        size += width * (1 if count is None else count)
    return items, size, order


def _pack_float(c, value, order):
    if isinstance(value, str):
        raise error('required argument is not a float')
    try:
        value = float(value)
    except TypeError:
        raise error('required argument is not a float') from None
    ebits, mbits = _FLOATS[c]
    bias, width = (1 << ebits - 1) - 1, (1 + ebits + mbits) // 8
    sign = 1 if _math.copysign(1.0, value) < 0 else 0
    value = abs(value)
    if value != value:
        exponent, mantissa, sign = (1 << ebits) - 1, 1 << mbits - 1, 0
    elif value == _math.inf:
        exponent, mantissa = (1 << ebits) - 1, 0
    elif value == 0:
        exponent = mantissa = 0
    else:
        m, e = _math.frexp(value)
        e += bias - 1
        if e < 1:
            mantissa, exponent = round(_math.ldexp(value, bias - 1 + mbits)), 0
        else:
            mantissa, exponent = round(_math.ldexp(m * 2 - 1, mbits)), e
        if mantissa >> mbits:
            mantissa, exponent = mantissa - (1 << mbits), exponent + 1
        if exponent >= (1 << ebits) - 1:
            raise OverflowError(f'float too large to pack with {c} format')
    return (sign << ebits + mbits | exponent << mbits | mantissa).to_bytes(width, order)


def _unpack_float(c, data, order):
    ebits, mbits = _FLOATS[c]
    bits = int.from_bytes(data, order)
    sign = -1.0 if bits >> ebits + mbits else 1.0
    exponent, mantissa = bits >> mbits & (1 << ebits) - 1, bits & (1 << mbits) - 1
    bias = (1 << ebits - 1) - 1
    if exponent == (1 << ebits) - 1:
        return _math.nan if mantissa else sign * _math.inf
    if exponent == 0:
        return sign * _math.ldexp(float(mantissa), 1 - bias - mbits)
    return sign * _math.ldexp(float(mantissa + (1 << mbits)), exponent - bias - mbits)


def _pack_int(c, value, width, order):
    if not hasattr(value, '__index__'):
        raise error('required argument is not an integer')
    value = value.__index__()
    unsigned = c in _UNSIGNED
    low, high = (0, (1 << 8 * width) - 1) if unsigned else (-(1 << 8 * width - 1), (1 << 8 * width - 1) - 1)
    if not low <= value <= high:
        raise error(f"'{c}' format requires {low} <= number <= {high}")
    return value.to_bytes(width, order, signed=not unsigned)


def _count(items):
    return sum(0 if c == 'x' else 1 if c in 'sp' else n for c, n, _ in items)


@_c_type
class Struct:
    __module__ = "_struct"
    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self._items, self.size, self._order = _parse(format)
        self._native = self.format[:1] not in ('=', '<', '>', '!')
        self._values = _count(self._items)

    def __repr__(self):
        return f'Struct({self.format!r})'

    def pack(self, *values):
        if len(values) != self._values:
            raise error(f'pack expected {self._values} items for packing (got {len(values)})')
        out, at = bytearray(), 0
        for c, n, width in self._items:
            if c == 'x':
                out += bytes(n)
                continue
            if c in 'sp':
                data = values[at]
                at += 1
                if not isinstance(data, (bytes, bytearray)):
                    raise error(f"argument for '{c}' must be a bytes object")
                if c == 'p':
                    data = data[:max(min(n - 1, 255), 0)]
                    data = bytes([len(data)]) + data if n else b''
                out += data[:n] + bytes(n - len(data[:n]))
                continue
            for _ in range(n):
                value = values[at]
                at += 1
                if c == 'c':
                    if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                        raise error('char format requires a bytes object of length 1')
                    out += value
                elif c == '?':
                    out.append(1 if value else 0)
                elif c in _FLOATS:
                    out += _pack_float(c, value, self._order)
                else:
                    out += _pack_int(c, value, width, self._order)
        return bytes(out)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._read(bytes(buffer))

    def _read(self, data):
        values, at = [], 0
        for c, n, width in self._items:
            if c == 'x':
                at += n
                continue
            if c in 'sp':
                part = data[at:at + n]
                at += n
                values.append(part if c == 's' else part[1:1 + min(part[0], n - 1)] if n else b'')
                continue
            for _ in range(n):
                part = data[at:at + width]
                at += width
                if c == 'c':
                    values.append(part)
                elif c == '?':
                    values.append(part != b'\0')
                elif c in _FLOATS:
                    values.append(_unpack_float(c, part, self._order))
                else:
                    values.append(int.from_bytes(part, self._order, signed=c not in _UNSIGNED))
        return tuple(values)

    def unpack_from(self, buffer, offset=0):
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking {self.size} bytes at offset {offset}'
                        f' (actual buffer size is {len(buffer)})')
        return self._read(bytes(buffer[offset:offset + self.size]))

    def pack_into(self, buffer, offset, *values):
        data = self.pack(*values)
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {offset + self.size} bytes for packing {self.size} bytes at offset {offset}'
                        f' (actual buffer size is {len(buffer)})')
        buffer[offset:offset + self.size] = data

    def iter_unpack(self, buffer):
        if self.size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(buffer) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return (self._read(bytes(buffer[i:i + self.size])) for i in range(0, len(buffer), self.size))


def calcsize(format, /):
    return _parse(format)[1]


def pack(format, /, *values):
    return Struct(format).pack(*values)


def unpack(format, buffer, /):
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def pack_into(format, buffer, offset, /, *values):
    return Struct(format).pack_into(buffer, offset, *values)


def iter_unpack(format, buffer, /):
    return Struct(format).iter_unpack(buffer)
