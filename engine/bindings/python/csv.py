"""csv: reading and writing of rows of text."""
from _ap import c_type as _c_type
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict = ",", '"', None, True, False, "\r\n", QUOTE_MINIMAL, False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting, lineterminator = QUOTE_ALL, "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = "delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict"
_limit = 131072


def register_dialect(name, dialect=excel, /, **options):
    _dialects[name] = _settle(dialect, options)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _settle(name, {})


def list_dialects():
    return list(_dialects)


def field_size_limit(new=None):
    global _limit
    old = _limit
    if new is not None:
        _limit = new
    return old


def _settle(dialect, options):
    if isinstance(dialect, str):
        if dialect not in _dialects:
            raise Error("unknown dialect")
        dialect = _dialects[dialect]
    for name in options:
        if name not in _OPTIONS:
            raise TypeError(f"this function got an unexpected keyword argument {name!r}")
    made = Dialect()
    for name in _OPTIONS:
        setattr(made, name, options.get(name, getattr(dialect, name, getattr(excel, name))))
    if made.quotechar is None and "quoting" not in options:
        made.quoting = QUOTE_NONE
    if not isinstance(made.delimiter, str):
        raise TypeError(f'"delimiter" must be a unicode character, not {type(made.delimiter).__name__}')
    if len(made.delimiter) != 1:
        raise TypeError(f'"delimiter" must be a unicode character, not a string of length {len(made.delimiter)}')
    if made.quotechar is not None and (not isinstance(made.quotechar, str) or len(made.quotechar) != 1):
        raise TypeError('"quotechar" must be a unicode character or None, not a string of length ' + str(len(made.quotechar)))
    return made


@_c_type
class reader:
    __module__ = "_csv"
    def __init__(self, iterable, /, dialect="excel", **options):
        self._lines, self.dialect, self.line_num = iter(iterable), _settle(dialect, options), 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        fields, field, quoted, state = [], [], False, "start"

        def end():
            text = "".join(field)
            field.clear()
            if not quoted and (d.quoting == QUOTE_NONNUMERIC and text or d.quoting == QUOTE_STRINGS and text):
                fields.append(float(text))
            elif not quoted and text == "" and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                fields.append(None)
            else:
                fields.append(text)

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state in ("quoted", "escaped in quotes"):
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    end()
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            for at, c in enumerate(line):
                if len(field) > _limit:
                    raise Error(f"field larger than field limit ({_limit})")
                if state == "after line":
                    if c not in "\r\n":
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                elif state == "quoted":
                    if c == d.escapechar:
                        state = "escaped in quotes"
                    elif c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "quote in quotes" if d.doublequote else "field"
                    else:
                        field.append(c)
                elif state == "escaped in quotes":
                    field.append(c)
                    state = "quoted"
                elif state == "escaped":
                    field.append(c)
                    state = "field"
                elif state == "quote in quotes" and c == d.quotechar:
                    field.append(c)
                    state = "quoted"
                elif c in "\r\n":
                    if state != "start" or fields:
                        end()
                    state = "after line"
                elif c == d.delimiter:
                    end()
                    quoted, state = False, "next"
                elif state == "quote in quotes":
                    if d.strict:
                        raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                    field.append(c)
                    state = "field"
                elif state in ("start", "next") and c == d.quotechar and d.quoting != QUOTE_NONE:
                    quoted, state = True, "quoted"
                elif c == d.escapechar:
                    state = "escaped"
                elif c == " " and d.skipinitialspace and state in ("start", "next"):
                    pass
                else:
                    field.append(c)
                    state = "field"
            if state in ("quoted", "escaped in quotes"):
                continue
            if state == "escaped":
                field.append("\n")
                state = "field"
            if state != "after line" and (state != "start" or fields):
                end()
            return fields


@_c_type
class writer:
    __module__ = "_csv"
    def __init__(self, fileobj, /, dialect="excel", **options):
        if not hasattr(fileobj, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write, self.dialect = fileobj.write, _settle(dialect, options)

    def _field(self, value, alone):
        d = self.dialect
        if value is None:
            text = ""
        elif isinstance(value, str):
            text = value
        else:
            text = repr(value) if type(value) is float else str(value)
        number = isinstance(value, (int, float))
        quote = (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number or d.quoting == QUOTE_STRINGS and isinstance(value, str)
                 or d.quoting == QUOTE_NOTNULL and value is not None)
        out = []
        for c in text:
            escape = False
            if c in (d.delimiter, d.escapechar, d.quotechar, "\r", "\n") or c in d.lineterminator:
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    quote = True
                    if d.doublequote:
                        out.append(c)
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                else:
                    quote = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        if not text and alone and not quote:
            if d.quoting == QUOTE_NONE or d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error("single empty field record must be quoted")
            quote = True
        if text.startswith(" ") and d.skipinitialspace and d.delimiter == " ":
            quote = True
        return d.quotechar + "".join(out) + d.quotechar if quote else "".join(out)

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._field(value, len(row) == 1) for value in row]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader, self.dialect, self.line_num = reader(f, dialect, *args, **kwds), dialect, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        made = dict(zip(self.fieldnames, row))
        names, given = len(self.fieldnames), len(row)
        if names < given:
            made[self.restkey] = row[names:]
        for name in self.fieldnames[given:]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval, self.extrasaction = restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(name) for name in wrong))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))
