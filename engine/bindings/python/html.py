"""html.escape and html.unescape (the numeric references and the commonest names)."""
import re

_NAMES = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '©', 'reg': '®', 'euro': '€',
          'hellip': '…', 'mdash': '—', 'ndash': '–', 'times': '×', 'laquo': '«', 'raquo': '»'}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _character(match):
    name = match.group(1)
    if name.startswith('#'):
        return chr(int(name[2:], 16) if name[1] in 'xX' else int(name[1:]))
    return _NAMES.get(name, match.group(0))


def unescape(s):
    if '&' not in s:
        return s
    return re.sub(r'&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]+);', _character, s)
