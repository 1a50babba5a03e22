package thalweg.room.law.unit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/// A matrix of rational numbers in reduced row echelon form, exact: `A x = 0` and `A x = b` without rounding.
final class Rational {
    private final BigFraction[][] a;
    private final int columns;
    private final List<Integer> pivots = new ArrayList<>();

    /// Reduces a copy of `rows`, each of `columns` numbers and possibly a right-hand side, which no pivot is
    /// taken from.
    Rational(BigFraction[][] rows, int columns) {
        this.columns = columns;
        this.a = Arrays.stream(rows).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        int row = 0;
        for (int column = 0; column < columns && row < a.length; column++) {
            int pivot = row;
            while (pivot < a.length && a[pivot][column].isZero()) {
                pivot++;
            }
            if (pivot < a.length) {
                BigFraction[] kept = a[row];
                a[row] = a[pivot];
                a[pivot] = kept;
                eliminate(row, column);
                pivots.add(column);
                row++;
            }
        }
    }

    private void eliminate(int row, int column) {
        BigFraction head = a[row][column];
        for (int j = 0; j < a[row].length; j++) {
            a[row][j] = a[row][j].divide(head);
        }
        for (int i = 0; i < a.length; i++) {
            BigFraction factor = a[i][column];
            if (i != row && !factor.isZero()) {
                for (int j = 0; j < a[i].length; j++) {
                    a[i][j] = a[i][j].subtract(a[row][j].multiply(factor));
                }
            }
        }
    }

    /// A basis of the null space in integers without a common divisor: one vector for each column without a
    /// pivot, positive there, zero at the other such columns.
    List<BigInteger[]> nullSpace() {
        List<BigInteger[]> basis = new ArrayList<>();
        for (int free = 0; free < columns; free++) {
            if (pivots.contains(free)) {
                continue;
            }
            BigFraction[] vector = new BigFraction[columns];
            Arrays.fill(vector, BigFraction.ZERO);
            vector[free] = BigFraction.ONE;
            for (int row = 0; row < pivots.size(); row++) {
                vector[pivots.get(row)] = a[row][free].negate();
            }
            basis.add(integers(vector));
        }
        return basis;
    }

    /// Whether `A x = b` has a solution, `b` being the column behind the matrix.
    boolean solvable() {
        for (int row = pivots.size(); row < a.length; row++) {
            if (!a[row][columns].isZero()) {
                return false;
            }
        }
        return true;
    }

    /// The solution of `A x = b` that is zero at all columns without a pivot.
    BigFraction[] solution() {
        BigFraction[] x = new BigFraction[columns];
        Arrays.fill(x, BigFraction.ZERO);
        for (int row = 0; row < pivots.size(); row++) {
            x[pivots.get(row)] = a[row][columns];
        }
        return x;
    }

    private static BigInteger[] integers(BigFraction[] vector) {
        BigInteger multiple = BigInteger.ONE;
        for (BigFraction v : vector) {
            BigInteger d = v.getDenominator();
            multiple = multiple.multiply(d).divide(multiple.gcd(d));
        }
        BigInteger[] whole = new BigInteger[vector.length];
        for (int i = 0; i < vector.length; i++) {
            whole[i] = vector[i].getNumerator().multiply(multiple).divide(vector[i].getDenominator());
        }
        return primitive(whole);
    }

    /// The vector without the divisor that its numbers have in common.
    static BigInteger[] primitive(BigInteger[] vector) {
        BigInteger divisor =
                Arrays.stream(vector).reduce(BigInteger.ZERO, BigInteger::gcd).max(BigInteger.ONE);
        return Arrays.stream(vector).map(v -> v.divide(divisor)).toArray(BigInteger[]::new);
    }
}
