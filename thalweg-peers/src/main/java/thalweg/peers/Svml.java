package thalweg.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import thalweg.study.page.Json;

/// The peer of [LanesWork]: the JDK's own vector intrinsics, whose bits change when they are compiled.
final class Svml {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private Svml() {}

    public static void main(String[] arguments) {
        double[] x = LanesWork.places();
        double[] y = new double[LanesWork.SIZE];
        Runnable once = switch (arguments[1]) {
            case "tanh" -> () -> tanh(x, y);
            case "exp" -> () -> exp(x, y);
            case "log" -> () -> log(x, y);
            default -> () -> sin(x, y);
        };
        Work.Samples samples = Timing.of(() -> LanesWork.repeat(once), 2, 1, LanesWork::each);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("version", Runtime.version().toString());
        line.put("warmup", samples.warmup());
        line.put("samples", samples.values());
        System.out.println(Json.line(line));
    }

    private static void tanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.TANH).intoArray(y, i);
        }
    }

    private static void exp(double[] x, double[] y) {
        for (int i = 0; i < x.length; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
    }

    private static void log(double[] x, double[] y) {
        for (int i = 0; i < x.length; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.LOG).intoArray(y, i);
        }
    }

    private static void sin(double[] x, double[] y) {
        for (int i = 0; i < x.length; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.SIN).intoArray(y, i);
        }
    }
}
