package thalweg.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import thalweg.study.page.Json;
import thalweg.system.Arenstorf;

/// The peer of [ArenstorfWork]: Hipparchus's integrator of the same method and tolerances.
final class HipparchusOrbit {
    private HipparchusOrbit() {}

    private record Satellite() implements OrdinaryDifferentialEquation {
        private static final double MOON = Arenstorf.MOON;
        private static final double EARTH = 1 - Arenstorf.MOON;

        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public double[] computeDerivatives(double t, double[] s) {
            double x = s[0];
            double y = s[1];
            double d1 = (x + MOON) * (x + MOON) + y * y;
            double d2 = (x - EARTH) * (x - EARTH) + y * y;
            double near = EARTH / (d1 * Math.sqrt(d1));
            double far = MOON / (d2 * Math.sqrt(d2));
            return new double[] {
                s[2], s[3], x + 2 * s[3] - near * (x + MOON) - far * (x - EARTH), y - 2 * s[2] - near * y - far * y
            };
        }
    }

    public static void main(String[] arguments) {
        double[] start = Arenstorf.start().toArray();
        Work.Samples samples = Timing.of(
                () -> {
                    double[] end = new DormandPrince853Integrator(1e-14, 10, 1e-12, 1e-12)
                            .integrate(new Satellite(), new ODEState(0, start), Arenstorf.PERIOD)
                            .getPrimaryState();
                    if (!(Math.abs(end[0] - 0.994) < 1e-6)) {
                        throw new IllegalStateException("no return: " + end[0]);
                    }
                },
                3,
                2,
                seconds -> 1e3 * seconds);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "version",
                String.valueOf(DormandPrince853Integrator.class.getPackage().getImplementationVersion()));
        line.put("warmup", samples.warmup());
        line.put("samples", samples.values());
        System.out.println(Json.line(line));
    }
}
