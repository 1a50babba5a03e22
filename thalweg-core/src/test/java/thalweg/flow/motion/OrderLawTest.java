package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Flow;
import thalweg.flow.Phase;
import thalweg.flow.Reference;
import thalweg.flow.Run;
import thalweg.measure.LimitOrder;
import thalweg.system.HenonHeiles;
import thalweg.system.Kepler;

/// Every integrator has the order it states: errors at t = 10 of the Kepler orbit e = 0.6 and of Hénon and
/// Heiles, their order in the limit of small steps, within 0.1. True states by Kepler's
/// equation and by a Taylor series of 30 digits (`flow.json`).
class OrderLawTest {
    private static final Reference FILE = Reference.read("flow.json");
    private static final double END = 10;

    /// A scheme at a step, on a law given in both forms.
    record Scheme(
            String name,
            int order,
            boolean symmetric,
            DoubleFunction<Flow<Phase<Tensor>, Moving>> kepler,
            DoubleFunction<Flow<Phase<Tensor>, Moving>> star) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Scheme splitting(String name, DoubleFunction<Splitting> method) {
        return new Scheme(
                name,
                method.apply(1).order(),
                method.apply(1).reversible(),
                h -> method.apply(h).withCompensation().on(Kepler.law()),
                h -> method.apply(h).withCompensation().on(HenonHeiles.law()));
    }

    private static Scheme rungeKutta(String name, Tableau tableau) {
        Dynamics<Phase<Tensor>> kepler = Kepler.law().dynamics();
        Dynamics<Phase<Tensor>> star = HenonHeiles.law().dynamics();
        return new Scheme(
                name,
                tableau.order(),
                false,
                h -> new RungeKutta(h, tableau, true).on(kepler),
                h -> new RungeKutta(h, tableau, true).on(star));
    }

    private static Scheme gauss(String name, int stages) {
        Dynamics<Phase<Tensor>> kepler = Kepler.law().dynamics();
        Dynamics<Phase<Tensor>> star = HenonHeiles.law().dynamics();
        return new Scheme(
                name,
                2 * stages,
                true,
                h -> new Gauss(h, stages, true).on(kepler),
                h -> new Gauss(h, stages, true).on(star));
    }

    static Stream<Scheme> schemes() {
        return Stream.of(
                splitting("symplectic Euler", Verlet::euler),
                splitting("Verlet, kick first", Verlet::kickFirst),
                splitting("Verlet, drift first", Verlet::driftFirst),
                splitting("Yoshida 4", Composition::yoshida4),
                splitting("Suzuki 4", Composition::suzuki4),
                splitting("PEFRL", Composition::pefrl),
                splitting("Yoshida 6", Composition::yoshida6),
                splitting("Suzuki-Umeno 8", Composition::suzukiUmeno8),
                splitting("Kahan-Li 8", Composition::kahanLi8),
                rungeKutta("Euler", Tableau.EULER),
                rungeKutta("Heun", Tableau.HEUN),
                rungeKutta("Runge-Kutta 4", Tableau.CLASSICAL),
                rungeKutta("Dormand-Prince 5", Tableau.DORMAND_PRINCE_5),
                rungeKutta("Dormand-Prince 8", Tableau.DORMAND_PRINCE_8),
                gauss("implicit midpoint", 1),
                gauss("Gauss 4", 2),
                gauss("Gauss 6", 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void theOrderIsTheOneStated(Scheme scheme) {
        Phase<Tensor> star = new Phase<>(Tensor.vector(0.3, 0), Tensor.vector(0, 0.3));
        double starOrder =
                order(scheme, scheme.star(), star, FILE.at("henon_heiles/t10").numbers(), 1e-3);
        double[] orbit = FILE.at("kepler_e0.6/states_q1_q2_p1_p2/3/state").numbers();
        double keplerOrder = order(scheme, scheme.kepler(), Kepler.perihelion(0.6), orbit, 1e-2);
        if (Boolean.getBoolean("thalweg.print")) {
            System.out.printf("%-20s Henon-Heiles %.3f Kepler %.3f%n", scheme.name(), starOrder, keplerOrder);
        }
        assertThat(starOrder).isCloseTo(scheme.order(), within(0.1));
        assertThat(keplerOrder).isCloseTo(scheme.order(), within(0.1));
    }

    private static double order(
            Scheme scheme,
            DoubleFunction<Flow<Phase<Tensor>, Moving>> flow,
            Phase<Tensor> start,
            double[] truth,
            double first) {
        double high = scheme.order() == 1 ? first : scheme.order() == 2 ? 1e-5 : scheme.order() < 8 ? 1e-7 : 1e-6;
        double low = scheme.order() == 1 ? 0.2 * first : scheme.order() == 2 ? 1e-7 : 1e-13;
        List<Double> sizes = new ArrayList<>();
        List<double[]> errors = new ArrayList<>();
        double steps = 20;
        for (int i = 0; i < 200; i++) {
            long n = Math.round(steps);
            Phase<Tensor> end =
                    Run.of(flow.apply(END / n), start, Key.of(1)).steps(n).last();
            double[] error = new double[4];
            for (int d = 0; d < 2; d++) {
                error[d] = end.place().at(d) - truth[d];
                error[2 + d] = end.momentum().at(d) - truth[2 + d];
            }
            double largest = Arrays.stream(error).map(Math::abs).max().orElseThrow();
            if (largest < low) {
                break;
            }
            if (largest < high) {
                sizes.add(END / n);
                errors.add(error);
            }
            steps *= sizes.isEmpty() ? 1.5 : Math.pow(high / low, 0.06 / scheme.order());
        }
        double[] h = sizes.stream().mapToDouble(v -> v).toArray();
        return LimitOrder.of(h, errors.toArray(double[][]::new), low, high, scheme.symmetric() ? 2 : 1)
                .order();
    }
}
