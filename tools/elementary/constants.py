#!/usr/bin/env python3
"""Prints the constants of the argument reductions: pi/2 and ln 2 in parts, and the windows of 2/pi for large angles.

A window belongs to the angles 2^E <= |x| < 2^(E + width). Bits of 2/pi of weight 2^-k with k < E - p (p = 24 or 53 bits of
precision) give multiples of 4 with every such x and are dropped; the rest, scaled by 2^(E - p), is cut into pieces of p bits
(Payne and Hanek, Radian reduction for trigonometric functions, 1983).

Usage: constants.py        needs mpmath
"""
import struct
from mpmath import mp, mpf, floor, log, pi

mp.prec = 2000


def nearest(value, bits):
    return mpf(struct.unpack("f", struct.pack("f", float(value)))[0]) if bits == 32 else mpf(float(value))


def text(value, bits):
    if bits == 64:
        return repr(float(value))
    return next(s for s in ("%.*g" % (d, float(value)) for d in range(1, 10)) if nearest(mpf(s), 32) == value)


def parts(value, count, bits):
    result = []
    for _ in range(count):
        part = nearest(value, bits)
        result.append(text(part, bits))
        value -= part
    return result


def truncated(value, digits):
    """value cut to a number of significant bits, and the rest."""
    high = floor(value * 2 ** digits) / mpf(2) ** digits
    return high, value - high


def window(start, precision, pieces):
    scaled = 2 / pi * mpf(2) ** (start - precision)
    left = scaled - 2 * floor(scaled / 2)
    result = []
    for j in range(pieces):
        unit = mpf(2) ** -(precision * (j + 1) - 1)
        piece = floor(left / unit) * unit
        result.append(piece)
        left -= piece
    return result


for bits, precision, pieces, width, first in ((32, 24, 5, 32, 16), (64, 53, 9, 256, 30)):
    print(f"// {bits} bits")
    print("2/pi", parts(2 / pi, 1, bits), "pi/2", parts(pi / 2, 3, bits), "ln2", parts(log(2), 2, bits), "log2e", parts(1 / log(2), 1, bits))
    print("pi", parts(pi, 2, bits), "2/3", parts(mpf(2) / 3, 2, bits))
    high, low = truncated(log(2), 16 if bits == 32 else 42)
    print("ln2 short", text(high, bits), text(nearest(low, bits), bits))
    windows = [window(first + width * b, precision, pieces) for b in range(4)]
    for j in range(pieces):
        print(f"sum = sum.Add(y, Pick(b1, b2, b3, {', '.join(text(w[j], bits) for w in windows)}));")
