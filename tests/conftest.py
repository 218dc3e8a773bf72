"""What holds for all tests."""

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background; our commands would be deaf too
    signal.signal(signal.SIGINT, signal.default_int_handler)
