"""html.escape and html.unescape. Of HTML 5's 2,231 names of characters those of HTML 4 and of ASCII are known; another is refused by name."""
import re

# U+00A0 to U+00FF; these may stand without a semicolon.
_LATIN = """
nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute
thorn yuml
"""
# With their numbers.
_OTHERS = """
Tab:9 NewLine:a excl:21 QUOT:22 num:23 dollar:24 percnt:25 AMP:26 apos:27 lpar:28 rpar:29 ast:2a plus:2b comma:2c
period:2e sol:2f colon:3a semi:3b LT:3c equals:3d GT:3e quest:3f commat:40 lsqb:5b bsol:5c rsqb:5d Hat:5e lowbar:5f
grave:60 lcub:7b verbar:7c rcub:7d COPY:a9 REG:ae OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2c6
tilde:2dc Alpha:391 Beta:392 Gamma:393 Delta:394 Epsilon:395 Zeta:396 Eta:397 Theta:398 Iota:399 Kappa:39a Lambda:39b
Mu:39c Nu:39d Xi:39e Omicron:39f Pi:3a0 Rho:3a1 Sigma:3a3 Tau:3a4 Upsilon:3a5 Phi:3a6 Chi:3a7 Psi:3a8 Omega:3a9
alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 epsilon:3b5 zeta:3b6 eta:3b7 theta:3b8 iota:3b9 kappa:3ba lambda:3bb mu:3bc
nu:3bd xi:3be omicron:3bf pi:3c0 rho:3c1 sigmaf:3c2 sigma:3c3 tau:3c4 upsilon:3c5 phi:3c6 chi:3c7 psi:3c8 omega:3c9
thetasym:3d1 upsih:3d2 piv:3d6 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d lrm:200e rlm:200f ndash:2013
mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 bull:2022
hellip:2026 permil:2030 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a oline:203e frasl:2044 euro:20ac image:2111
weierp:2118 real:211c trade:2122 alefsym:2135 larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 crarr:21b5 lArr:21d0
uArr:21d1 rArr:21d2 dArr:21d3 hArr:21d4 forall:2200 part:2202 exist:2203 empty:2205 nabla:2207 isin:2208 notin:2209
ni:220b prod:220f sum:2211 minus:2212 lowast:2217 radic:221a prop:221d infin:221e ang:2220 and:2227 or:2228 cap:2229
cup:222a int:222b there4:2234 sim:223c cong:2245 asymp:2248 ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283
nsub:2284 sube:2286 supe:2287 oplus:2295 otimes:2297 perp:22a5 sdot:22c5 lceil:2308 rceil:2309 lfloor:230a rfloor:230b
loz:25ca starf:2605 star:2606 phone:260e spades:2660 clubs:2663 hearts:2665 diams:2666 check:2713 lang:27e8 rang:27e9
"""
# What browsers take the numbers 128 to 159 for.
_WINDOWS = "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
_names = {}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _number(n):
    if n == 0x0d:
        return "\r"
    if 0x80 <= n <= 0x9f:
        return _WINDOWS[n - 0x80]
    if n == 0 or 0xD800 <= n <= 0xDFFF or n > 0x10FFFF:
        return "\uFFFD"
    if 0x1 <= n <= 0x8 or n == 0xb or 0xe <= n <= 0x1f or 0x7f <= n <= 0x9f or 0xfdd0 <= n <= 0xfdef or n & 0xfffe == 0xfffe:
        return ""
    return chr(n)


def _character(match):
    text = match.group(1)
    if text[0] == '#':
        digits = text[1:].rstrip(';')
        return _number(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))
    if not _names:
        _names.update((name, chr(160 + i)) for i, name in enumerate(_LATIN.split()))
        for name in ('amp', 'lt', 'gt', 'quot'):
            _names[name] = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"'}[name]
        _names[';'] = frozenset(_names) | {'AMP', 'LT', 'GT', 'QUOT', 'COPY', 'REG'}
        for entry in _OTHERS.split():
            name, number = entry.split(':')
            _names[name] = chr(int(number, 16))
    if text[-1] == ';' and len(text) > 1:
        if text[:-1] in _names:
            return _names[text[:-1]]
        if text[:-1].isalnum() and text[0].isalpha():
            raise NotImplementedError(f"html.unescape: the name of a character in &{text} is not supported here")
    for end in range(len(text), 1, -1):
        if text[:end] in _names[';']:
            return _names[text[:end]] + text[end:]
    return '&' + text


def unescape(s):
    if '&' not in s:
        return s
    return re.sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)', _character, s)
