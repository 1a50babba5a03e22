"""Values of formulas by SymPy and mpmath: reads lines `text<TAB>sympy text`, writes `text<TAB>sympy text<TAB>value`.

python3 sympy_values.py < formulas.tsv > sympy.tsv      (made with SymPy 1.14.0, mpmath 1.3.0)
Place: a = 1.25, b = 0.75, x = 0.6, y = 0.9, as the doubles they are; S, gamma, lambda, int and other names 2.
Decimals in the text are read as the doubles they are. 40 digits are carried, 17 written.
"""
import sys
import sympy

PLACE = {"a": 1.25, "b": 0.75, "x": 0.6, "y": 0.9}


def exact(number):
    return sympy.Rational(*float(number).as_integer_ratio())


print("# SymPy %s, see sympy_values.py" % sympy.__version__)
for line in sys.stdin:
    text, written = line.rstrip("\n").split("\t")
    expression = sympy.sympify(written)
    decimals = {f: exact(f) for f in expression.atoms(sympy.Float)}
    names = {s: exact(PLACE.get(s.name, 2)) for s in expression.free_symbols}
    value = expression.xreplace(decimals).xreplace(names)
    print("%s\t%s\t%s" % (text, written, sympy.N(value, 17, maxn=400)))
