package thalweg.formula;

/// Two formulas that are to be equal: `log(y) = b1 - b2*x`.
public record Equation(Formula left, Formula right) {
    /// Reads an equation.
    ///
    /// @throws thalweg.array.Misuse with the column where the text breaks
    public static Equation parse(String text) {
        return new Parser(text).equation();
    }

    @Override
    public String toString() {
        return left.text() + " = " + right.text();
    }
}
