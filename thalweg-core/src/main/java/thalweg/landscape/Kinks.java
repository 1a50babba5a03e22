package thalweg.landscape;

import java.util.Set;
import java.util.TreeSet;
import thalweg.array.Binary;
import thalweg.array.Program;
import thalweg.array.Step;
import thalweg.array.Unary;

/// The operations of an energy that bend its graph abruptly: where one of them turns, second derivatives do not exist.
public final class Kinks {
    private Kinks() {}

    /// The names of such operations in the program of an energy, `max`, `abs`, ..; empty if it is smooth wherever it
    /// is defined. Shifts that cancel, as inside a logarithm of a sum, are not counted.
    public static <S> Set<String> of(Energy<S> energy, S example) {
        Set<String> kinks = new TreeSet<>();
        for (Step step : Program.of(energy::at, example).steps()) {
            switch (step.op()) {
                case Unary.ABS -> kinks.add("abs");
                case Unary.SIGN -> kinks.add("sign");
                case Unary.FLOOR -> kinks.add("floor");
                case Binary.MAX -> kinks.add("max");
                case Binary.MIN -> kinks.add("min");
                case Binary.LESS -> kinks.add("less");
                default -> {}
            }
        }
        return kinks;
    }
}
