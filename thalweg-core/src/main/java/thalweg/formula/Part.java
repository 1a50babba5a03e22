package thalweg.formula;

/// A distinct part of the formulas of a plan; operands are numbers of earlier parts.
sealed interface Part {
    record Fixed(double value) implements Part {}

    record Column(int index) implements Part {}

    record Parameter(int index) implements Part {}

    record Applied(Function function, int x) implements Part {}

    record Joined(Operator operator, int x, int y) implements Part {}
}
