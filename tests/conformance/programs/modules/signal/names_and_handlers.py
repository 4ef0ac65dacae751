import signal
print(signal.SIGINT, repr(signal.SIGTERM), signal.SIGINT.name, signal.Signals(15), int(signal.SIGKILL), signal.SIG_DFL)
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(signal.signal(signal.SIGTERM, lambda number, frame: print("handler", number)))
