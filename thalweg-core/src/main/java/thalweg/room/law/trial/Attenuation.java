package thalweg.room.law.trial;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.room.law.power.Line;

/// What errors in `x` do to a slope: `y = 2 + 3 x`, x normal with variance 1 and measured with an error of
/// variance 1/4. Least squares tends to `3 / (1 + 1/4) = 2.4`; the line of greatest likelihood keeps 3.
///
/// @param samples how many were drawn
/// @param slope mean slope with errors in both axes
/// @param error standard error of that mean
/// @param coverage share of samples whose 95 % interval of the slope holds 3
/// @param plain mean slope of least squares
public record Attenuation(int samples, double slope, double error, double coverage, double plain) {
    private static final double SLOPE = 3;
    private static final double NOISE = 0.5;
    private static final double REACH = 1.959963984540054;

    /// Draws and fits `samples` sets of `points` points.
    ///
    /// @param targetNoise standard error of `y`, 0 or more
    public static Attenuation of(int samples, int points, double targetNoise, Key key) {
        double[] slopes = new double[samples];
        double plain = 0;
        int held = 0;
        double[] sx = new double[points];
        double[] sy = new double[points];
        Arrays.fill(sx, NOISE);
        Arrays.fill(sy, targetNoise);
        for (int s = 0; s < samples; s++) {
            Key own = key.fold(s);
            double[] x = own.fold(0).normals(points);
            double[] ex = own.fold(1).normals(points);
            double[] y = own.fold(2).normals(points);
            for (int i = 0; i < points; i++) {
                y[i] = 2 + SLOPE * x[i] + targetNoise * y[i];
                x[i] += NOISE * ex[i];
            }
            Line line = Line.fit(x, y, sx, sy);
            slopes[s] = line.slope();
            held += Math.abs(line.slope() - SLOPE) <= REACH * line.slopeError() ? 1 : 0;
            plain += Line.fit(x, y).slope() / samples;
        }
        double mean = Arrays.stream(slopes).average().orElse(Double.NaN);
        double squares = Arrays.stream(slopes).map(b -> (b - mean) * (b - mean)).sum();
        double error = Math.sqrt(squares / (samples - 1.0) / samples);
        return new Attenuation(samples, mean, error, (double) held / samples, plain);
    }
}
