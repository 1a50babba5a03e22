package thalweg.room.law.tail;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import thalweg.array.Key;

/// Samples that might have been: how far from a power law the points lie by chance alone, and how uncertain
/// alpha and `x_min` are.
///
/// [#distance] follows Clauset, Shalizi and Newman, SIAM Rev. 51 (2009) 661, section 4.1: each point of a
/// replicate is drawn from the fitted law with probability `points / size`, else from the data below `x_min`;
/// then it is fitted as the data were, `x_min` included. [#resample] draws all points from the data. Replicate
/// `r` is a function of the key and `r` alone, so replicates may run on any number of threads.
public final class Bootstrap {
    private final Sample sample;
    private final Tail tail;
    private final Key key;
    private final Draw draw;
    private final double[] all;
    private final int body;

    /// @param tail the fit of `sample`
    public Bootstrap(Sample sample, Tail tail, Key key) {
        this.sample = sample;
        this.tail = tail;
        this.key = key;
        this.draw = new Draw(tail.law());
        this.all = sample.points(0);
        this.body = tail.size() - tail.points();
    }

    /// The Kolmogorov-Smirnov distance of replicate `r`; NaN where its tail cannot be fitted (fewer than two
    /// values).
    public double distance(int r) {
        int n = all.length;
        double share = (double) tail.points() / n;
        double[] choice = key.fold(2L * r).uniforms(n);
        double[] place = key.fold(2L * r + 1).uniforms(n);
        for (int i = 0; i < n; i++) {
            choice[i] = choice[i] < share ? draw.at(place[i]) : all[(int) (place[i] * body)];
        }
        return refit(choice, tail).ks();
    }

    /// The fit of a sample drawn from the data with replacement, for the spread of alpha and `x_min`; its `ks`
    /// is NaN where it cannot be fitted.
    public Tail resample(int r) {
        double[] place = key.fold(-1L - r).uniforms(all.length);
        for (int i = 0; i < place.length; i++) {
            place[i] = all[(int) (place[i] * all.length)];
        }
        return refit(place, tail);
    }

    private Tail refit(double[] points, Tail like) {
        Arrays.sort(points);
        Sample replicate = sample.like(points);
        double from = like.scanned() ? replicate.value(0) : like.min();
        if (replicate.distinct() - replicate.indexAbove(from) < 2) {
            return new Tail(like.law(), Double.NaN, Double.NaN, Double.NaN, 0, points.length, like.scanned());
        }
        return like.scanned() ? Tail.fit(replicate) : Tail.fit(replicate, like.min());
    }

    /// The share of replicates at least as far from their law as the data are from theirs: small means that a
    /// power law is not plausible (CSN rule it out at 0.1).
    ///
    /// @param distances from [#distance]; NaN are left out
    public double pValue(double... distances) {
        return DoubleStream.of(distances)
                .filter(d -> !Double.isNaN(d))
                .map(d -> d >= tail.ks() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
