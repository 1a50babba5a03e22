package thalweg.room.law.unit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.Fraction;
import thalweg.data.Dimension;

/// A dimensionless product of powers of quantities with integer exponents: `T^2 g / l`.
///
/// Buckingham, Phys. Rev. 4 (1914) 345: `n` quantities whose dimension matrix has rank `r` have `n - r`
/// independent ones.
///
/// @param names of all quantities
/// @param exponents one a quantity, without a common divisor
public record PiGroup(List<String> names, List<BigInteger> exponents) {
    public PiGroup {
        names = List.copyOf(names);
        exponents = List.copyOf(exponents);
    }

    /// A basis of all dimensionless products, with small exponents: the exact null space of the dimension
    /// matrix, in which sums and differences replace a group while that makes its exponents smaller. Later
    /// quantities each occur in as few groups as possible, so put the one of interest last.
    public static List<PiGroup> of(List<Variable> variables) {
        List<String> names = variables.stream().map(Variable::name).toList();
        BigFraction[][] matrix =
                matrix(variables.stream().map(v -> v.unit().dimension()).toList());
        List<BigInteger[]> basis = new Rational(matrix, variables.size()).nullSpace();
        shrink(basis);
        return basis.stream().map(v -> new PiGroup(names, Arrays.asList(v))).toList();
    }

    /// One row a base unit, one column a dimension.
    static BigFraction[][] matrix(List<Dimension> dimensions) {
        List<String> bases = dimensions.stream()
                .flatMap(d -> d.bases().stream())
                .distinct()
                .sorted()
                .toList();
        BigFraction[][] matrix = new BigFraction[bases.size()][dimensions.size()];
        for (int i = 0; i < bases.size(); i++) {
            for (int j = 0; j < dimensions.size(); j++) {
                Fraction power = dimensions.get(j).of(bases.get(i));
                matrix[i][j] = new BigFraction(power.getNumerator(), power.getDenominator());
            }
        }
        return matrix;
    }

    /// The last group, that of the last quantity, is only ever the one that is changed.
    private static void shrink(List<BigInteger[]> basis) {
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = 0; i < basis.size(); i++) {
                for (int j = 0; j < basis.size() - 1; j++) {
                    for (int sign = -1; sign <= 1 && i != j; sign += 2) {
                        BigInteger[] sum = sum(basis.get(i), basis.get(j), sign);
                        if (size(sum).compareTo(size(basis.get(i))) < 0) {
                            basis.set(i, sum);
                            smaller = true;
                        }
                    }
                }
            }
        }
    }

    private static BigInteger[] sum(BigInteger[] a, BigInteger[] b, int sign) {
        BigInteger[] sum = a.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] = sign > 0 ? sum[k].add(b[k]) : sum[k].subtract(b[k]);
        }
        return Rational.primitive(sum);
    }

    private static BigInteger size(BigInteger[] v) {
        return Arrays.stream(v).map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Its exponents as numbers.
    public double[] powers() {
        return exponents.stream().mapToDouble(BigInteger::doubleValue).toArray();
    }

    /// `T^2 g / l`: what is multiplied, then what divides.
    @Override
    public String toString() {
        String above = product(1);
        String below = product(-1);
        return (above.isEmpty() ? "1" : above)
                + (below.isEmpty() ? "" : " / " + (below.contains(" ") ? "(" + below + ")" : below));
    }

    private String product(int sign) {
        List<String> factors = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            BigInteger power = exponents.get(k).multiply(BigInteger.valueOf(sign));
            if (power.signum() > 0) {
                factors.add(names.get(k) + (power.equals(BigInteger.ONE) ? "" : "^" + power));
            }
        }
        return factors.isEmpty() ? "" : String.join(" ", Collections.unmodifiableList(factors));
    }
}
