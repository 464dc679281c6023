#!/usr/bin/env python3
"""Writes tests/Kernels.Tests/Numbers/elementary64.txt: arguments and correctly rounded values of the elementary functions in float64.

A line is: function, argument bits, [second argument bits,] result bits, in hexadecimal. Values are computed with 60 digits and
1100 further bits for large angles, and rounded once.

Usage: reference.py > ../../tests/Kernels.Tests/Numbers/elementary64.txt        needs mpmath
"""
import math
import random
import struct
from mpmath import mp, mpf

random.seed(20)
mp.prec = 1400

functions = {
    "exp": mp.exp, "expm1": mp.expm1, "log": mp.log, "log1p": mp.log1p, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan, "asin": mp.asin,
    "acos": mp.acos, "atan": mp.atan, "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "erf": mp.erf,
}


def bits(x):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", x))[0]


def number(pattern):
    return struct.unpack("<d", struct.pack("<Q", pattern))[0]


def rounded(value):
    """mpmath's float() rounds correctly for normal numbers; subnormal ones are scaled to integers and rounded there."""
    if abs(value) < mpf(2) ** -1022:
        return math.ldexp(int(mp.nint(value * mpf(2) ** 1074)), -1074)
    return float(value)


def domain(name, x):
    return {"log": x > 0, "log1p": x > -1, "asin": abs(x) <= 1, "acos": abs(x) <= 1}.get(name, True)


def arguments(name):
    """Ordinary magnitudes, the whole exponent range, neighbours of the points where a formula changes, overflow thresholds."""
    plain = {"exp": 720, "expm1": 720, "sinh": 712, "cosh": 712, "tanh": 20, "erf": 6.2, "asin": 1, "acos": 1, "log": 3, "log1p": 2}.get(name, 30)
    result = [random.uniform(-plain, plain) for _ in range(60)] + [random.uniform(-2, 2) for _ in range(60)]
    wide = 1000 if name in ("log", "log1p", "sin", "cos", "tan", "atan") else 9
    result += [math.ldexp(random.uniform(-2, 2), random.randrange(-60, wide)) for _ in range(60)]
    result += [math.ldexp(random.uniform(-2, 2), random.randrange(-1074, -50)) for _ in range(8)]
    for edge in (0.25, 0.34657359027997264, 0.41421356237309503, 0.5, 0.5625, 0.7071067811865476, 1.0, 1.4142135623730951, 1.5707963267948966,
                 3.141592653589793, 6.0, 708.3964185322641, 709.782712893384, 710.4758600739439, 745.1332191019411, 1073741824.0, 2.0 ** 286, 2.0 ** 542, 2.0 ** 798):
        pattern = struct.unpack("<Q", struct.pack("<d", edge))[0]
        result += [sign * number(pattern + step) for step in (-1, 0, 1) for sign in (1, -1)]
    # The double nearest to a multiple of pi/2 (Kahan and McDonald's search; Muller, Elementary Functions, table 11.1).
    result += [5.319372648326541416707296656673541083813475031793921822105998164685e255]
    return [x for x in result if domain(name, x)]


def write(name, arguments, value):
    try:
        y = rounded(value)
    except OverflowError:
        y = math.copysign(math.inf, value)
    print(name, *(bits(x) for x in arguments), bits(y))


for name, function in functions.items():
    for x in arguments(name):
        if abs(x) > 1e4 and name in ("exp", "expm1", "sinh", "cosh", "tanh", "erf"):
            continue
        # erf and its kind need no more than its own digits; small prec keeps mpmath fast.
        mp.prec = 1400 if name in ("sin", "cos", "tan") and abs(x) > 1e6 else 1300 if abs(x) < 1e-20 else 300
        write(name, [x], function(mpf(x)))

mp.prec = 300
for _ in range(500):
    x = random.choice((random.uniform(0, 3), math.ldexp(random.uniform(1, 2), random.randrange(-1000, 1000)), 1 + random.uniform(-1, 1) * 2.0 ** -random.randrange(1, 40)))
    y = random.choice((random.uniform(-3, 3), random.uniform(-750, 750) / max(abs(math.log(x)), 1e-300) if x > 0 else 1.0))
    if abs(y) < 1e17:
        write("pow", [x, y], mp.exp(mpf(y) * mp.log(mpf(x))))
