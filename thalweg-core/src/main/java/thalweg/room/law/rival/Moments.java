package thalweg.room.law.rival;

/// Sums of `w exp(-q)` over places `t`, with the means and covariance of `t` and `phi(t)` under them; `q` may
/// be shifted.
final class Moments {
    private static final double NEGLIGIBLE = 46;
    private static final int PANELS = 40;

    private final Bend bend;
    private double shift = Double.NaN;
    private double sum;
    private double t;
    private double phi;
    private double tt;
    private double tphi;
    private double phiphi;

    Moments(Bend bend) {
        this.bend = bend;
    }

    /// The integral of `exp(-a t - b phi(t))` over `from <= t`; the integrand may rise before it falls.
    ///
    /// @param b 0 only with `a > 0`
    static Moments tail(Bend bend, double a, double b, double from) {
        Moments moments = new Moments(bend);
        moments.addTail(a, b, from, 1, a);
        return moments;
    }

    /// Adds `factor` times the integral of `exp(-slope t - b phi(t))`, where the sum's own exponent is `a t + b
    /// phi(t)`.
    void addTail(double a, double b, double from, double factor, double slope) {
        double top = slope < 0 && b > 0 ? Math.max(from, bend.top(slope, b)) : from;
        double least = bend.exponent(slope, b, top);
        double low = top == from ? from : edge(slope, b, top, from, least);
        double far = top + 1 / (1 + Math.abs(slope));
        while (bend.exponent(slope, b, far) - least < NEGLIGIBLE) {
            far = top + 2 * (far - top);
        }
        double high = edge(slope, b, top, far, least);
        panels(a, b, low, high - low, PANELS, factor, a - slope);
    }

    /// Where between `top` and `end` the integrand has fallen out of sight; `end` if it has not.
    private double edge(double slope, double b, double top, double end, double least) {
        if (bend.exponent(slope, b, end) - least < NEGLIGIBLE) {
            return end;
        }
        double near = top;
        double far = end;
        for (int step = 0; step < 40; step++) {
            double middle = (near + far) / 2;
            if (bend.exponent(slope, b, middle) - least < NEGLIGIBLE) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    /// Adds `factor` times the integral of `exp(growth t - a t - b phi(t))` over `low .. low + length` by
    /// Gauss' rule.
    void panels(double a, double b, double low, double length, int panels, double factor, double growth) {
        double half = length / (2 * panels);
        for (int p = 0; p < panels; p++) {
            double centre = low + (2 * p + 1) * half;
            for (int g = 0; g < Gauss.ORDER; g++) {
                double place = centre + half * Gauss.NODE[g];
                add(place, bend.exponent(a, b, place) - growth * place, factor * half * Gauss.WEIGHT[g]);
            }
        }
    }

    /// Adds `weight exp(-q)` at `place`.
    void add(double place, double q, double weight) {
        if (Double.isNaN(shift)) {
            shift = q;
        } else if (shift - q > 300) { // keep the greatest term near 1
            double factor = StrictMath.exp(q - shift);
            sum *= factor;
            t *= factor;
            phi *= factor;
            tt *= factor;
            tphi *= factor;
            phiphi *= factor;
            shift = q;
        }
        double mass = weight * StrictMath.exp(shift - q);
        double f = bend.at(place);
        sum += mass;
        t += mass * place;
        phi += mass * f;
        tt += mass * place * place;
        tphi += mass * place * f;
        phiphi += mass * f * f;
    }

    double log() {
        return StrictMath.log(sum) - shift;
    }

    double meanT() {
        return t / sum;
    }

    double meanPhi() {
        return phi / sum;
    }

    double varianceT() {
        return tt / sum - meanT() * meanT();
    }

    double covariance() {
        return tphi / sum - meanT() * meanPhi();
    }

    double variancePhi() {
        return phiphi / sum - meanPhi() * meanPhi();
    }

    /// The hill `-a mean(t) - b mean(phi) - log(sum)` of a sample with these means.
    Hill hill(double a, double b, double sampleT, double samplePhi) {
        return new Hill(
                -a * sampleT - b * samplePhi - log(),
                meanT() - sampleT,
                meanPhi() - samplePhi,
                -varianceT(),
                -covariance(),
                -variancePhi());
    }
}
