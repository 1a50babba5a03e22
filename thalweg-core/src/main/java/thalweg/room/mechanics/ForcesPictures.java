package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.Rollout;
import thalweg.room.mechanics.pair.PairData;
import thalweg.room.mechanics.pair.PairExample;
import thalweg.room.mechanics.pair.PairLaw;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The pictures of `learn forces`: force against distance, total momentum along a rollout.
record ForcesPictures(PairLaw law, @Nullable PairExample truth, List<Contender> contenders, PairData test) {
    List<Figure> all() {
        return List.of(force(), momentum());
    }

    private Figure.Picture force() {
        double[] seen = test.distances();
        double low = seen[(int) (0.01 * (seen.length - 1))];
        double high = seen[(int) (0.99 * (seen.length - 1))];
        double[] r = new double[120];
        Arrays.setAll(r, i -> low + (high - low) * i / (r.length - 1));
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line(
                "learned",
                Layer.Ink.MODEL,
                r,
                Arrays.stream(r).map(law.radial()::force).toArray()));
        if (truth != null) {
            double[] few = new double[30];
            Arrays.setAll(few, i -> low + (high - low) * i / (few.length - 1));
            layers.add(Layer.Points.of(
                    "true",
                    Layer.Ink.REFERENCE,
                    few,
                    Arrays.stream(few).map(truth::force).toArray()));
        }
        return new Figure.Picture(
                "force",
                "Force between two particles",
                "The learned force of a pair of unit coupling against distance, positive where they repel; distances"
                        + " from the 1st to the 99th percentile of those seen.",
                Axis.linear("distance", ""),
                Axis.linear("force", ""),
                layers);
    }

    private Figure.Picture momentum() {
        double[] times = Rollout.times(3, 61);
        int wide = test.wide();
        int d = test.dimension();
        List<Layer> layers = new ArrayList<>();
        String[] names = {"learned", "plain", "plain, penalised"};
        Layer.Ink[] inks = {Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD};
        for (int c = contenders.size() - 1; c >= 0; c--) {
            double[][] states = Rollout.states(contenders.get(c).velocity(), test.state(0), times, 1e-8);
            double[] off = new double[times.length];
            for (int i = 0; i < off.length; i++) {
                double square = 0;
                for (int e = 0; e < d; e++) {
                    double sum = 0;
                    for (int p = 0; p < law.particles(); p++) {
                        sum += law.mass()[p] * (states[i][wide + p * d + e] - states[0][wide + p * d + e]);
                    }
                    square += sum * sum;
                }
                off[i] = i == 0 || !(square > 0) || square > 1e6 ? Double.NaN : Math.sqrt(square);
            }
            layers.add(new Layer.Line(names[c], inks[c], times, off));
        }
        return new Figure.Picture(
                "momentum",
                "Momentum gained along a rollout",
                "How far the total momentum strays from its start, for the pair law, for a plain field, and for a plain"
                        + " field whose change of momentum was penalised.",
                Axis.linear("time", ""),
                Axis.log("|P - P(start)|", ""),
                layers);
    }
}
