"""signal: handlers can be set; a signal comes only from the program itself, by raise_signal() or os.kill(os.getpid(), ...)."""
from enum import IntEnum as _IntEnum
from weakref import WeakKeyDictionary as _WeakKeyDictionary


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGWINCH = 28


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_DESCRIPTIONS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 6: 'Aborted', 8: 'Floating point exception', 9: 'Killed',
                 10: 'User defined signal 1', 11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock',
                 15: 'Terminated', 17: 'Child exited'}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler}


def _number(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')
    try:
        return Signals(signalnum)
    except ValueError:
        return signalnum


def signal(signalnum, handler, /):
    number = _number(signalnum)
    if not callable(handler) and handler not in (Handlers.SIG_DFL, Handlers.SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if number in (Signals.SIGKILL, Signals.SIGSTOP):
        raise OSError(22, 'Invalid argument')
    previous = getsignal(number)
    _handlers[number] = handler
    return previous


def getsignal(signalnum, /):
    return _handlers.get(_number(signalnum), Handlers.SIG_DFL)


def strsignal(signalnum, /):
    return _DESCRIPTIONS.get(_number(signalnum))


def valid_signals():
    return set(Signals) | set(range(34, NSIG))


_of_loops = _WeakKeyDictionary()


def _noop(signum, frame):
    """What signal.getsignal() has for a signal that a loop handles."""


_noop.__name__ = _noop.__qualname__ = "_sighandler_noop"


def _check_number(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in valid_signals():
        raise ValueError(f"invalid signal number {sig}")


def _add_to_loop(loop, sig, callback, args):
    from inspect import iscoroutine, iscoroutinefunction
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    _check_number(sig)
    loop._check_closed()
    if sig in (Signals.SIGKILL, Signals.SIGSTOP):
        raise RuntimeError(f"sig {sig} cannot be caught")
    _of_loops.setdefault(loop, {})[int(sig)] = callback, args
    signal(sig, _noop)


def _remove_from_loop(loop, sig):
    _check_number(sig)
    if _of_loops.get(loop, {}).pop(int(sig), None) is None:
        return False
    signal(sig, default_int_handler if sig == Signals.SIGINT else Handlers.SIG_DFL)
    return True


def raise_signal(signalnum, /):
    number = _number(signalnum)
    handler = getsignal(number)
    if handler is _noop:
        for loop, handlers in _of_loops.items():
            if int(number) in handlers and not loop.is_closed():
                callback, args = handlers[int(number)]
                # The loop hears of it when it next looks for input, and calls the handler one pass later.
                loop.call_soon(loop.call_soon, callback, *args)
                return
        handler = default_int_handler if number is Signals.SIGINT else Handlers.SIG_DFL
    if callable(handler):
        handler(int(number), None)
    elif handler is Handlers.SIG_DFL and number not in (Signals.SIGCHLD, Signals.SIGCONT, Signals.SIGWINCH):
        raise SystemExit(128 + number)


def alarm(seconds, /):
    raise NotImplementedError('signal.alarm() is not supported in the playground')
