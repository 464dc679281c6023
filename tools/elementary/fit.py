#!/usr/bin/env python3
"""Derives the polynomials of the elementary functions and prints them as C# Horner steps.

Method: weighted least squares on Chebyshev nodes in 60-digit arithmetic, which is within a small factor of the minimax error
(Trefethen, Approximation Theory and Approximation Practice, chapters 4 and 16). Coefficients are rounded one after another,
lowest order first, and the rest is fitted again after each, so that each rounding is absorbed by the coefficients above it.

Usage: fit.py [name ...]        needs mpmath
"""
import struct
import sys
from mpmath import mp, mpf, matrix, lu_solve, cos, exp, expm1, log, log1p, sin, tan, tanh, sinh, atan, asin, erf, erfc, pi, sqrt

mp.dps = 60


def rounded(value, bits):
    """The nearest float of the given width."""
    return mpf(struct.unpack("f", struct.pack("f", float(value)))[0]) if bits == 32 else mpf(float(value))


def text(value, bits):
    """The shortest decimal that reads back as the same float."""
    if bits == 64:
        return repr(float(value))
    for digits in range(1, 10):
        short = "%.*g" % (digits, float(value))
        if rounded(mpf(short), 32) == value:
            return short
    raise AssertionError


def least_squares(points, values, weights, terms):
    a, b = matrix(terms, terms), matrix(terms, 1)
    for x, y, w in zip(points, values, weights):
        powers = [x ** k * w for k in range(terms)]
        for i in range(terms):
            b[i] += powers[i] * y * w
            for j in range(i, terms):
                a[i, j] += powers[i] * powers[j]
    for i in range(terms):
        for j in range(i):
            a[i, j] = a[j, i]
    return lu_solve(a, b)


def fit(function, weight, low, high, terms, bits):
    """P(z) = c0 + c1 z + ... near function(z); the error counts as weight(z) * (P(z) - function(z))."""
    low, high = mpf(low), mpf(high)
    count = 3 * terms + 7
    points = [(low + high) / 2 + (high - low) / 2 * cos(pi * (i + mpf(1) / 2) / count) for i in range(count)]
    values, weights = [function(x) for x in points], [weight(x) for x in points]
    result, left, scale = [], list(values), list(weights)
    for k in range(terms):
        c = rounded(least_squares(points, left, scale, terms - k)[0], bits)
        result.append(c)
        left = [(y - c) / x for x, y in zip(points, left)]
        scale = [w * x for x, w in zip(points, scale)]
    worst = mpf(0)
    for i in range(801):
        x = low + (high - low) * (i + mpf(1) / 7) / 801
        p = mpf(0)
        for c in reversed(result):
            p = p * x + c
        worst = max(worst, abs(weight(x) * (p - function(x))))
    return result, worst


half_ln2 = log(2) / 2 * mpf("1.002")
quarter_pi = pi / 4 * mpf("1.001")


def odd(f):
    """(f(x) - x) / x^3 as a function of z = x^2, and the weight that makes its error relative to f."""
    return (lambda z: (f(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3), (lambda z: sqrt(z) ** 3 / f(sqrt(z)))


def atanh_tail(z):
    """(ln((1 + s) / (1 - s)) - 2 s) / s^3 with s^2 = z."""
    s = sqrt(z)
    return (log((1 + s) / (1 - s)) - 2 * s) / s ** 3


S = sqrt(2) - 1
S = S / (2 + S) * mpf("1.002")

# name: (function of z, weight, low, high, terms for 32 bits, terms for 64 bits)
table = {
    "exp": (lambda r: (expm1(r) - r) / r ** 2, lambda r: r ** 2 / expm1(r), -half_ln2, half_ln2, 5, 10),
    "log1p": (lambda f: (log1p(f) - f) / f ** 2, lambda f: f ** 2 / log1p(f), mpf(-1) / 3, mpf(1) / 3 * mpf("1.001"), 9, 0),
    "log-atanh": (atanh_tail, lambda z: sqrt(z) ** 3 / log((1 + sqrt(z)) / (1 - sqrt(z))), 0, S ** 2, 0, 7),
    "pow-atanh": (lambda z: (atanh_tail(z) - mpf(2) / 3) / z, lambda z: sqrt(z) ** 5 / log((1 + sqrt(z)) / (1 - sqrt(z))), 0, S ** 2, 3, 7),
    "tanh": (*odd(tanh), 0, mpf("0.5625") ** 2, 5, 10),
    "sin": (*odd(sin), 0, quarter_pi ** 2, 3, 6),
    "cos": (lambda z: (cos(sqrt(z)) - 1 + z / 2) / z ** 2, lambda z: z ** 2 / cos(sqrt(z)), 0, quarter_pi ** 2, 3, 6),
    "tan": (*odd(tan), 0, quarter_pi ** 2, 7, 14),
    "sinh": (*odd(sinh), 0, 1, 4, 8),
    "atan": (*odd(atan), 0, 1, 9, 20),
    "asin": (*odd(asin), 0, mpf(1) / 4, 5, 12),
    "erf-small": (lambda z: erf(sqrt(z)) / sqrt(z) - 1, lambda z: sqrt(z) / erf(sqrt(z)), 0, 1, 7, 13),
    "erf-large": (lambda x: -log(erfc(x)) , lambda x: erfc(x) / erf(x), 1, 4, 8, 0),
    "erf-large-64": (lambda x: -log(erfc(x)), lambda x: erfc(x) / erf(x), 1, 6, 0, 19),
}

if __name__ == "__main__":
    names = sys.argv[1:] or table
    for name in names:
        function, weight, low, high, *terms = table[name]
        for bits, count in zip((32, 64), terms):
            if count == 0:
                continue
            coefficients, worst = fit(function, weight, low, high, count, bits)
            print(f"// {name}, {bits} bits: error 2^{float(log(worst, 2)):.1f}")
            print(f"N p = N.Const({text(coefficients[-1], bits)});")
            for c in reversed(coefficients[:-1]):
                print(f"p = N.Fma(p, z, N.Const({text(c, bits)}));")
        sys.stdout.flush()
