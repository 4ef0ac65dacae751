"""platform: what the simulated machine says of itself."""
import sys as _sys


def system():
    return 'Linux'


def python_version():
    return '.'.join(str(part) for part in _sys.version_info[:3])


def python_version_tuple():
    return tuple(str(part) for part in _sys.version_info[:3])


def python_implementation():
    return 'CPython'


def python_compiler():
    return ''


def node():
    return 'localhost'


def release():
    return ''


def version():
    return ''


def machine():
    return ''


def processor():
    return ''


def architecture(executable='', bits='', linkage=''):
    return '64bit', ''


def platform(aliased=False, terse=False):
    return 'Linux'
