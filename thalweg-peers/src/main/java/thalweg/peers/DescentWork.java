package thalweg.peers;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.descent.Lbfgs;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;
import thalweg.system.Landscape;
import thalweg.system.Rosenbrock;

/// L-BFGS with a memory of 10 on seven landscapes: how often energy and slope are read until `|grad E| <= 1e-10`, the median
/// over 20 starts; a start from which that is not reached counts as [#FAILED].
record DescentWork() implements Work {
    static final double FAILED = 5000;
    private static final double GRADIENT = 1e-10;
    private static final int STARTS = 20;

    @Override
    public String name() {
        return "descent";
    }

    @Override
    public String says() {
        return "L-BFGS from 20 starts to a slope of 1e-10: readings of energy and slope, 5000 for a failure";
    }

    @Override
    public List<String> cases() {
        return List.of(
                "rosenbrock", "rosenbrock-10", "rosenbrock-100", "himmelblau", "camel", "mueller-brown", "double-well");
    }

    @Override
    public String unit() {
        return "readings a start";
    }

    @Override
    public List<Integer> threads() {
        return List.of(1);
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("scipy", "classic", "descent.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        long begin = System.nanoTime();
        Landscape landscape = variant.equals("rosenbrock-100") ? new Rosenbrock(100) : Landscape.of(variant);
        double[] readings = starts(landscape).stream()
                .mapToDouble(start -> readings(landscape, start))
                .toArray();
        return new Samples((System.nanoTime() - begin) * 1e-9, readings);
    }

    /// The usual start, then starts drawn evenly from the box by a linear congruence that the peers repeat.
    private static List<double[]> starts(Landscape landscape) {
        List<double[]> starts = new ArrayList<>(List.of(landscape.start()));
        long state = 12345;
        while (starts.size() < STARTS) {
            double[] start = new double[landscape.box().size()];
            for (int i = 0; i < start.length; i++) {
                state = (state * 1103515245 + 12345) % (1L << 31);
                double low = landscape.box().low()[i];
                start[i] = low + state / (double) (1L << 31) * (landscape.box().high()[i] - low);
            }
            starts.add(start);
        }
        return starts;
    }

    private static double readings(Landscape landscape, double[] start) {
        Counted counted = new Counted(landscape, new double[2]);
        Run.of(new Lbfgs().on(counted), Tensor.vector(start), Key.of(0))
                .until(Stop.slopeBelow(GRADIENT).or(Stop.steps((long) FAILED)));
        return counted.count[1] == 0 ? FAILED : counted.count[1];
    }

    /// An energy whose readings are counted.
    ///
    /// @param count readings in all, and up to the first whose slope is small enough
    private record Counted(Landscape landscape, double[] count) implements Energy<Tensor> {
        @Override
        public Tensor at(Tensor place) {
            return landscape.at(place);
        }

        @Override
        public Flat<Tensor> flat(Tensor example) {
            Flat<Tensor> door = landscape.flat(example);
            return Flat.written(this, example, (x, slope) -> {
                double height = door.at(x, slope);
                count[0]++;
                double square = 0;
                for (double g : slope) {
                    square += g * g;
                }
                if (count[1] == 0 && Math.sqrt(square) <= GRADIENT) {
                    count[1] = count[0];
                }
                return height;
            });
        }
    }
}
