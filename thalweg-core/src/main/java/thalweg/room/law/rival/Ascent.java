package thalweg.room.law.rival;

/// The way to the top of a [Hill] over `b >= 0`, by damped Newton steps.
///
/// @param a where the top lies
/// @param b where the top lies; 0 on the boundary
/// @param height the height there
record Ascent(double a, double b, double height) {
    private static final int STEPS = 300;
    private static final double SETTLED = 1e-12;
    private static final double LEVEL = 1e-12;

    /// A log-likelihood as a function of two parameters.
    @FunctionalInterface
    interface Likelihood {
        Hill at(double a, double b);
    }

    /// Climbs from inside, and compares with the top of the boundary `b = 0`.
    ///
    /// @param a where to start
    /// @param b where to start, above 0: small, but large enough to be felt by the data
    static Ascent of(Likelihood likelihood, double a, double b) {
        Ascent inside = climb(likelihood, a, b, false);
        Ascent edge = climb(likelihood, a, 0, true);
        return inside.height > edge.height + LEVEL ? inside : edge;
    }

    private static Ascent climb(Likelihood likelihood, double fromA, double fromB, boolean edge) {
        double a = fromA;
        double b = fromB;
        Hill here = likelihood.at(a, b);
        double damping = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] stride = edge ? along(here, damping) : newton(here, damping);
            double nextB = edge ? 0 : Math.max(b / 10, b + stride[1]);
            Hill there = likelihood.at(a + stride[0], nextB);
            boolean settled = Math.abs(stride[0]) <= SETTLED * (1 + Math.abs(a))
                    && Math.abs(nextB - b) <= SETTLED * Math.max(b, 1e-3 * fromB);
            if (there.height() >= here.height()) {
                a += stride[0];
                b = nextB;
                here = there;
                damping = damping < 1e-6 ? 0 : damping / 10;
            } else {
                damping = Math.max(1e-4, 10 * damping);
            }
            if (settled || damping > 1e12 || b < 1e-12 * fromB) {
                break;
            }
        }
        return new Ascent(a, b, here.height());
    }

    private static double[] along(Hill hill, double damping) {
        return new double[] {hill.a() / (Math.abs(hill.aa()) * (1 + damping)), 0};
    }

    /// The step `(D - H)^-1 g`, with damping raised until the matrix is positive definite.
    private static double[] newton(Hill hill, double damping) {
        double raised = damping;
        while (true) {
            double aa = -hill.aa() + raised * Math.abs(hill.aa());
            double bb = -hill.bb() + raised * Math.abs(hill.bb());
            double determinant = aa * bb - hill.ab() * hill.ab();
            if (aa > 0 && determinant > 0 || raised > 1e12) {
                return new double[] {
                    (bb * hill.a() + hill.ab() * hill.b()) / determinant,
                    (aa * hill.b() + hill.ab() * hill.a()) / determinant
                };
            }
            raised = Math.max(1e-3, 10 * raised);
        }
    }
}
