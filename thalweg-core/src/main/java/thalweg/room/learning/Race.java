package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.flow.descent.Adam;
import thalweg.flow.descent.GradientDescent;
import thalweg.flow.descent.Lbfgs;
import thalweg.flow.descent.Momentum;
import thalweg.flow.descent.NewtonCg;
import thalweg.flow.descent.RmsProp;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;
import thalweg.room.learning.valley.Curvature;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Lab;

/// Descents on one terrain from one start, each counted by how often it reads the energy, its slope, or a product with
/// its
/// curvature.
///
/// @param step of the descents along the slope alone; from the curvature at the start if null
/// @param rate of those with steps by coordinate
/// @param gradient at which a descent has arrived
/// @param budget of readings
record Race(Terrain terrain, @Nullable Double step, double rate, double gradient, long budget) {
    static final List<String> NAMES = List.of("gd", "momentum", "nesterov", "adam", "rmsprop", "lbfgs", "newton-cg");
    private static final int DENSE = 400;
    private static final double SHARE = 0.9;

    /// One descent.
    ///
    /// @param readings after each step
    /// @param heights after each step
    /// @param step it took, NaN for descents that choose their own
    record Result(
            String name, double[] readings, double[] heights, double[] end, double slope, double step, Ending ending) {
        double height() {
            return heights[heights.length - 1];
        }

        double evaluations() {
            return readings[readings.length - 1];
        }
    }

    /// An energy whose readings are counted.
    private record Counted(Energy<Tensor> energy, Flat<Tensor> door, AtomicLong count) implements Energy<Tensor> {
        @Override
        public Tensor at(Tensor place) {
            return energy.at(place);
        }

        @Override
        public Flat<Tensor> flat(Tensor example) {
            return new CountedFlat(door, count);
        }
    }

    private record CountedFlat(Flat<Tensor> door, AtomicLong count) implements Flat<Tensor> {
        @Override
        public int size() {
            return door.size();
        }

        @Override
        public double at(double[] x, double[] slope) {
            count.incrementAndGet();
            return door.at(x, slope);
        }

        @Override
        public double height(double[] x) {
            count.incrementAndGet();
            return door.height(x);
        }

        @Override
        public void product(double[] x, double[] v, double[] out) {
            count.incrementAndGet();
            door.product(x, v, out);
        }

        @Override
        public double[] flat(Tensor place) {
            return door.flat(place);
        }

        @Override
        public Tensor tree(double[] x) {
            return door.tree(x);
        }
    }

    Result run(String name, Lab lab) {
        double size = step != null ? step : usual();
        Result result = run(name, size, lab);
        while (step == null
                && !Double.isNaN(result.step())
                && result.ending() instanceof Ending.Diverged
                && size > 1e-12) {
            size /= 4;
            result = run(name, size, lab);
        }
        return result;
    }

    private Result run(String name, double size, Lab lab) {
        AtomicLong count = new AtomicLong();
        Energy<Tensor> energy = new Counted(terrain.energy(), terrain.flat(), count);
        Flow<Tensor, ?> flow = switch (name) {
            case "gd" -> new GradientDescent(size).on(energy);
            case "momentum" -> Momentum.heavyBall(size, 0.9).on(energy);
            case "nesterov" -> Momentum.nesterov(size, 0.9).on(energy);
            case "adam" -> new Adam(rate).on(energy);
            case "rmsprop" -> new RmsProp(rate).on(energy);
            case "newton-cg" -> new NewtonCg().on(energy);
            default -> new Lbfgs().on(energy);
        };
        boolean own = List.of("lbfgs", "newton-cg").contains(name);
        boolean bySlope = List.of("gd", "momentum", "nesterov").contains(name);
        return raced(name, flow, count, own ? Double.NaN : bySlope ? size : rate, bySlope, lab);
    }

    private <X> Result raced(
            String name, Flow<Tensor, X> flow, AtomicLong count, double size, boolean mayRise, Lab lab) {
        List<Double> readings = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        Stop stop = glance -> {
            readings.add((double) count.get());
            heights.add(glance.height());
            if (glance.slope() <= gradient) {
                return new Ending.Converged("the slope is below " + gradient);
            }
            double first = heights.getFirst();
            if (mayRise && glance.height() > first + 1e3 * Math.max(Math.abs(first), 1)) {
                return new Ending.Diverged("the energy rose beyond its start", glance.step(), "the energy");
            }
            return count.get() >= budget
                    ? new Ending.Exhausted("the budget of " + budget + " readings is used up", false)
                    : null;
        };
        Trajectory<Tensor> path = Run.of(flow, Tensor.vector(terrain.start()), lab.key())
                .withoutPlaces()
                .unless(lab::stopping)
                .until(stop);
        double[] end = path.last().toArray();
        double height = terrain.height(end);
        if (heights.isEmpty() || heights.getLast() != height) {
            readings.add((double) count.get());
            heights.add(height);
        }
        double square = 0;
        for (double e : terrain.slope(end)) {
            square += e * e;
        }
        return new Result(
                name,
                readings.stream().mapToDouble(v -> v).toArray(),
                heights.stream().mapToDouble(v -> v).toArray(),
                end,
                Math.sqrt(square),
                size,
                path.ending());
    }

    /// A little below what is stable for the curvature at the start.
    private double usual() {
        double stiffest = terrain.size() <= DENSE
                ? Curvature.of(terrain.flat(), terrain.start()).norm()
                : 10;
        return stiffest > 0 && Double.isFinite(stiffest) ? SHARE / stiffest : rate;
    }
}
