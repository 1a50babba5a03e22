"""What every peer's script shares: the arguments NAME CASE THREADS, warming up, sampling, one line of JSON."""
import json
import sys
import time

START = time.perf_counter()


def arguments():
    name, case, threads = sys.argv[1:4]
    return name, case, int(threads)


def sample(work, warm=1.0, seconds=1.0, scale=lambda s: s):
    """Runs work() for `warm` seconds at least once, then samples it for `seconds`, at least five times."""
    begin = time.perf_counter()
    work()
    while time.perf_counter() - begin < warm:
        work()
    warmup = time.perf_counter() - START
    values = []
    begin = time.perf_counter()
    while len(values) < 5 or (time.perf_counter() - begin < seconds and len(values) < 100_000):
        t = time.perf_counter()
        work()
        values.append(scale(time.perf_counter() - t))
    return warmup, values


def report(version, warmup, values):
    print(json.dumps({"version": version, "warmup": warmup, "samples": values}))
