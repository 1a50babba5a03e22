package thalweg.room.symmetry.library;

import thalweg.formula.Formula;

/// One function of the coordinates, `phi(x)`, that a law may contain.
///
/// @param degree its place in the ladder of libraries: a monomial's degree, 1 for what is no monomial
public record Feature(Formula formula, int degree) {
    /// As people write it.
    public String text() {
        return formula.text();
    }
}
