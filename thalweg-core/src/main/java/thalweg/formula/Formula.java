package thalweg.formula;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import thalweg.array.Kind;
import thalweg.array.Misuse;
import thalweg.array.Program;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// A real function written down: a tree of numbers, names, functions and operators.
///
/// Read from text as people write it, `b1*(1 - exp(-b2*x))`: `+ - * / ^` (or `**`), parentheses, the functions of
/// [Function] and [Operator], the constants `pi` and `e`, names of letters, digits, underscores and subscripts, and
/// any other name in backquotes. `^` binds to the right and closer than a minus sign: `-x^2 = -(x^2)`. Trees are
/// immutable and equal where they are written alike.
public sealed interface Formula {
    /// A number, finite and not negative.
    record Literal(double value) implements Formula {
        public Literal {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY) || 1 / value < 0) {
                throw new Misuse(value + " in a formula", "a finite number without a sign", "negate it outside");
            }
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// A number known by its letter.
    enum Constant implements Formula {
        PI(Math.PI, "pi"),
        E(Math.E, "e");

        private final double value;
        private final String word;

        Constant(double value, String word) {
            this.value = value;
            this.word = word;
        }

        public double value() {
            return value;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /// A variable or a parameter.
    record Name(String name) implements Formula {
        public Name {
            Names.check(name);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// `function(x)`.
    record Apply(Function function, Formula x) implements Formula {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Apply that && function == that.function && x.equals(that.x);
        }

        @Override
        public int hashCode() {
            return 31 * function.word().hashCode() + x.hashCode();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// `x operator y`.
    record Join(Operator operator, Formula x, Formula y) implements Formula {
        public Join {
            if (operator == Operator.POLYGAMMA && !(x instanceof Literal(double n) && n == Math.rint(n) && n <= 100)) {
                throw new Misuse(
                        "polygamma of order " + Text.of(x),
                        "a whole number from 0 to 100",
                        "polygamma(0, x) is digamma");
            }
        }

        // Written out, because the equality that a record is given takes a kilobyte of stack a level.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Join that && operator == that.operator && x.equals(that.x) && y.equals(that.y);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * operator.word().hashCode() + x.hashCode()) + y.hashCode();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// Reads a formula.
    ///
    /// @throws Misuse with the column where the text breaks
    static Formula parse(String text) {
        return new Parser(text).formula();
    }

    /// A number of either sign.
    static Formula number(double value) {
        boolean negative = value < 0 || 1 / value < 0;
        return negative ? new Apply(Function.NEGATE, new Literal(-value)) : new Literal(value);
    }

    /// The names in it, in alphabetical order.
    default SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        Names.collect(this, names);
        return Collections.unmodifiableSortedSet(names);
    }

    /// Whether `name` stands in it.
    default boolean contains(String name) {
        return switch (this) {
            case Literal _, Constant _ -> false;
            case Name(String own) -> own.equals(name);
            case Apply apply -> apply.x.contains(name);
            case Join join -> join.x.contains(name) || join.y.contains(name);
        };
    }

    /// Whether a constant stands in it.
    default boolean contains(Constant constant) {
        return switch (this) {
            case Literal _, Name _ -> false;
            case Constant own -> own == constant;
            case Apply apply -> apply.x.contains(constant);
            case Join join -> join.x.contains(constant) || join.y.contains(constant);
        };
    }

    /// Refuses a formula with a constant that is also the name of something: nobody can tell which was meant.
    ///
    /// @param what the things with names, as `column`
    /// @throws Misuse with the way out
    default void unconfused(String what, java.util.Collection<String> known) {
        for (String name : known) {
            Constant constant = Words.constant(name);
            if (constant != null && contains(constant)) {
                throw new Misuse(
                        name + " in the formula, which is the number " + constant.value + " and also a " + what,
                        "`" + name + "` in backquotes for the " + what + ", or no " + name,
                        "write `" + name + "`; the number can be written "
                                + (constant == Constant.E ? "exp(1)" : "acos(-1)"));
            }
        }
    }

    /// The formula with other formulas in the place of some names.
    default Formula with(Map<String, Formula> values) {
        return switch (this) {
            case Literal _, Constant _ -> this;
            case Name(String name) -> values.getOrDefault(name, this);
            case Apply(Function function, Formula x) -> new Apply(function, x.with(values));
            case Join(Operator operator, Formula x, Formula y) -> new Join(operator, x.with(values), y.with(values));
        };
    }

    /// The derivative by `name`; of `abs`, `min` and `max` the mean of both sides where they have none, of `floor` 0.
    default Formula derivative(String name) {
        return Derivative.of(this, name);
    }

    /// The same function with what can be left out left out, where every value stays the same: `x + -y` is `x - y`,
    /// `--x` and `1*x` are `x`.
    default Formula simplified() {
        return Simple.of(this);
    }

    /// The number at a place.
    ///
    /// @throws Misuse if a name has no value
    default double value(Map<String, Double> values) {
        List<String> names = List.copyOf(values.keySet());
        double[] place = names.stream()
                .mapToDouble(name -> values.getOrDefault(name, Double.NaN))
                .toArray();
        double[][] result = new double[1][1];
        Plan.of(List.of(this), List.of(), names).on(new double[0][], 1, place, result);
        return result[0][0];
    }

    /// The formula applied to tensors, element by element: numbers from numbers, a record of it from traced ones.
    ///
    /// @throws Misuse if a name has no tensor
    default Tensor on(Map<String, Tensor> values) {
        return new Tensors(values).of(this);
    }

    /// The program of this function of scalars, one input a name, in the order given.
    ///
    /// @throws Misuse if a name of the formula is not among them
    default Program program(List<String> names) {
        Trace trace = new Trace();
        Map<String, Tensor> inputs = new java.util.LinkedHashMap<>();
        names.forEach(name -> inputs.put(name, trace.input(name, new Type(Kind.F64, Shape.SCALAR))));
        return trace.close(List.of(trace.constant(on(inputs))));
    }

    /// The formula as this grammar writes it; reading it back gives an equal tree.
    default String text() {
        return Text.of(this);
    }

    /// LaTeX for math mode.
    default String latex() {
        return Latex.of(this);
    }

    /// Text that SymPy's `sympify` reads as the same function.
    default String sympy() {
        return Sympy.of(this);
    }

    /// A Java expression of `double` variables that are named as here, with what Java does not allow in a name
    /// replaced.
    default String java() {
        return JavaSource.of(this);
    }
}
