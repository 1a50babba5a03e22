package thalweg.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Rate;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// Every slope written by hand is the gradient of the energy it belongs to.
class WrittenSlopeLawTest {
    record Case(Energy<Tensor> energy, int size) {}

    static Stream<Case> energies() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(new Kepler(), 2));
        cases.add(new Case(new Pendulum(), 3));
        cases.add(new Case(new HenonHeiles(), 2));
        cases.add(new Case(new Separable.Kinetic<>(), 4));
        Landscape.all().forEach(l -> cases.add(new Case(l, l.box().size())));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("energies")
    void slopesAreGradients(Case which) {
        Tensor example = Tensor.zeros(which.size());
        Flat<Tensor> written = which.energy().flat(example);
        Flat<Tensor> traced = Flat.of(which.energy(), example);
        double[] a = new double[which.size()];
        double[] b = new double[which.size()];
        for (int k = 0; k < 20; k++) {
            double[] x = Key.of(3).fold(k).normals(which.size());
            double height = written.at(x, a);
            assertThat(height).isCloseTo(traced.at(x, b), within(1e-12 * (1 + Math.abs(height))));
            assertThat(written.height(x)).isEqualTo(height);
            for (int i = 0; i < a.length; i++) {
                assertThat(a[i]).isCloseTo(b[i], within(1e-11 * (1 + Math.abs(b[i]))));
            }
        }
    }

    @org.junit.jupiter.api.Test
    void arenstorfsFieldIsItsTensorCode() {
        Arenstorf field = new Arenstorf();
        Rate<Tensor> written = field.flat(Arenstorf.start());
        Rate<Tensor> traced = Rate.of(field, Arenstorf.start());
        double[] a = new double[4];
        double[] b = new double[4];
        for (int k = 0; k < 20; k++) {
            double[] x = Key.of(4).fold(k).normals(4);
            written.at(0, x, a);
            traced.at(0, x, b);
            assertThat(a).containsExactly(b, within(1e-12));
        }
    }
}
