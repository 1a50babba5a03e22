package thalweg.room.law.power;

/// How much a residual `z`, in standard deviations, is believed by a fit that outliers do not pull: `psi(z) =
/// weight(z) z`.
public enum Loss {
    /// Huber's: full weight inside 1.345, then `1.345 / |z|`; 95 % as efficient as least squares on normal
    /// errors
    HUBER {
        @Override
        double weight(double z) {
            return Math.abs(z) <= 1.345 ? 1 : 1.345 / Math.abs(z);
        }

        @Override
        double bend(double z) {
            return Math.abs(z) <= 1.345 ? 1 : 0;
        }
    },
    /// Tukey's bisquare: `(1 - (z / 4.685)^2)^2`, nothing beyond 4.685; 95 % as efficient
    BISQUARE {
        @Override
        double weight(double z) {
            double t = z / 4.685;
            double inside = Math.max(0, 1 - t * t);
            return inside * inside;
        }

        @Override
        double bend(double z) {
            double t = z / 4.685;
            double inside = Math.max(0, 1 - t * t);
            return inside * (inside - 4 * t * t);
        }
    };

    abstract double weight(double z);

    /// `psi'(z)`.
    abstract double bend(double z);
}
