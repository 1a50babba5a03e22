package thalweg.stan.density;

import thalweg.array.Key;
import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Power;

/// A stream of random numbers, each a function of a key and its place in the stream.
public final class Dice {
    private final Key key;
    private long thrown;

    public Dice(Key key) {
        this.key = key;
    }

    /// On (0, 1).
    double uniform() {
        return key.uniform(thrown++);
    }

    double normal() {
        return key.normal(thrown++);
    }

    /// With mean 1.
    double exponential() {
        return key.exponential(thrown++);
    }

    /// With rate 1: Marsaglia and Tsang, ACM TOMS 26 (2000) 363.
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Power.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                if (Logarithm.log(uniform()) < 0.5 * x * x + d - d * cube + d * Logarithm.log(cube)) {
                    return d * cube;
                }
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a);
        double y = gamma(b);
        return x / (x + y);
    }

    /// By gamma variates down to a small mean, then by products of uniforms: Ahrens and Dieter, Computing 12 (1974)
    /// 223.
    double poisson(double mean) {
        double count = 0;
        double left = mean;
        while (left > 30) {
            double step = Math.floor(left * 7 / 8);
            double wait = gamma(step);
            if (wait > left) {
                return count + binomial(step - 1, left / wait);
            }
            count += step;
            left -= wait;
        }
        double product = uniform();
        double floor = Exponential.exp(-left);
        while (product > floor) {
            product *= uniform();
            count++;
        }
        return count;
    }

    /// By beta variates down to few trials.
    double binomial(double trials, double chance) {
        double n = trials;
        double p = chance;
        double count = 0;
        while (n > 40) {
            double i = 1 + Math.floor(n / 2);
            double b = beta(i, n + 1 - i);
            if (b <= p) {
                count += i;
                n -= i;
                p = (p - b) / (1 - b);
            } else {
                n = i - 1;
                p = p / b;
            }
        }
        for (int i = 0; i < n; i++) {
            count += uniform() < p ? 1 : 0;
        }
        return count;
    }

    /// From 1, with weights that need not sum to 1.
    double category(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = uniform() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i + 1.0;
            }
        }
        return weights.length;
    }

    double[] normals(int n) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = normal();
        }
        return z;
    }
}
