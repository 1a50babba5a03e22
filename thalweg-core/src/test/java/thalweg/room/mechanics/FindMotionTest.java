package thalweg.room.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.room.mechanics.action.ActionPath;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

class FindMotionTest {
    private static Report run(String... words) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            knobs.put(words[i], words[i + 1]);
        }
        return ((FindMotion) Card.of(FindMotion.class).bind(knobs)).run(Lab.quiet());
    }

    // Oscillator from 0 to 1: S = cot(T)/2; second variation 2 - 2 cos(k pi / N) - h^2: index floor(T / pi).
    @Test
    void oscillator() {
        Report one = run("potential", "oscillator", "from", "0", "to", "1", "time", "1", "steps", "400");
        assertThat(one.number("action").value()).isCloseTo(0.3210463079671654, within(1e-5));
        assertThat(one.number("index").value()).isZero();
        assertThat(one.number("residual").value()).isLessThan(1e-9);
        Report four = run("potential", "q^2/2", "from", "0", "to", "1", "time", "4", "steps", "800");
        assertThat(four.number("action").value()).isCloseTo(0.4318455772253083, within(1e-4));
        assertThat(four.number("index").value()).isEqualTo(1);
        assertThat(run("potential", "oscillator", "from", "0", "to", "1", "time", "10", "steps", "100")
                        .number("index")
                        .value())
                .isEqualTo(3);
    }

    // The stationary path of the discrete action is the Verlet trajectory through the same ends.
    @Test
    void isTheVerletTrajectory() {
        int steps = 300;
        double h = 3.0 / steps;
        double[] q = new double[steps + 1];
        double p = 0.4;
        q[0] = 1;
        for (int k = 0; k < steps; k++) {
            p -= 0.5 * h * StrictMath.sin(q[k]);
            q[k + 1] = q[k] + h * p;
            p -= 0.5 * h * StrictMath.sin(q[k + 1]);
        }
        Report report =
                run("potential", "pendulum", "from", "1", "to", "" + q[steps], "time", "3", "steps", "" + steps);
        var rows = report.table("path").rows();
        for (int k = 0; k <= steps; k++) {
            Object place = rows.get(k).get(1);
            assertThat(place).isNotNull();
            assertThat((double) place).isCloseTo(q[k], within(1e-10));
        }
        assertThat(report.number("Newton steps").value()).isLessThanOrEqualTo(20);
    }

    // Along the pendulum's motion from rest at q0 = 1 conjugate times are multiples of half the period
    // 6.69997566437045.
    @Test
    void conjugateTimesOfThePendulum() {
        double h = 0.005;
        int steps = 1600;
        double[] q = new double[steps + 1];
        q[0] = 1;
        double p = 0;
        for (int k = 0; k < steps; k++) {
            p -= 0.5 * h * StrictMath.sin(q[k]);
            q[k + 1] = q[k] + h * p;
            p -= 0.5 * h * StrictMath.sin(q[k + 1]);
        }
        ActionPath path = ActionPath.of(
                new ActionPath.Potential() {
                    @Override
                    public int size() {
                        return 1;
                    }

                    @Override
                    public double at(double[] x, double[] slope, double[] curvature) {
                        slope[0] = StrictMath.sin(x[0]);
                        curvature[0] = StrictMath.cos(x[0]);
                        return -StrictMath.cos(x[0]);
                    }
                },
                q,
                h * steps,
                steps);
        assertThat(path.index()).isEqualTo(2);
        assertThat(path.conjugate()[0]).isCloseTo(3.349987832185226, within(0.01));
        assertThat(path.conjugate()[1]).isCloseTo(6.699975664370453, within(0.01));
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> run("potential", "q^2 + r", "from", "0", "to", "1", "time", "1"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2 each, one for q, r");
    }
}
