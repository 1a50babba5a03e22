package thalweg.room.mechanics.orbit;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import thalweg.study.Knob;

/// A mechanical system with a name.
public sealed interface Mechanism {
    /// The names of its coordinates: places, then momenta.
    List<String> names();

    /// Where it starts if nothing is said.
    double[] start();

    /// The motion from a start.
    Motion from(double[] start);

    /// One planet about a fixed sun.
    record Kepler(
            @Knob(value = "eccentricity of the orbit that starts nearest to the sun", min = 0, max = 0.999999)
            double eccentricity)
            implements Mechanism {
        public Kepler() {
            this(0.6);
        }

        @Override
        public List<String> names() {
            return List.of("x", "y", "px", "py");
        }

        @Override
        public double[] start() {
            return new double[] {1 - eccentricity, 0, 0, Math.sqrt((1 + eccentricity) / (1 - eccentricity))};
        }

        @Override
        public Motion from(double[] start) {
            ToDoubleFunction<double[]> energy =
                    s -> 0.5 * (s[2] * s[2] + s[3] * s[3]) - 1 / Math.sqrt(s[0] * s[0] + s[1] * s[1]);
            double height = energy.applyAsDouble(start);
            double period = height < 0 ? Math.PI / Math.sqrt(-2 * height * height * height) : Double.NaN;
            return new Motion(
                    "kepler",
                    names(),
                    start,
                    new Law.Parts(thalweg.system.Kepler.law()),
                    new Invariant("energy", energy),
                    List.of(
                            new Invariant("angular momentum", Mechanism::turn),
                            new Invariant(
                                    "Laplace vector x",
                                    s -> s[3] * turn(s) - s[0] / Math.sqrt(s[0] * s[0] + s[1] * s[1])),
                            new Invariant(
                                    "Laplace vector y",
                                    s -> -s[2] * turn(s) - s[1] / Math.sqrt(s[0] * s[0] + s[1] * s[1]))),
                    new boolean[4],
                    period,
                    "2 pi a^(3/2), Kepler 1619",
                    Double.NaN);
        }
    }

    /// A pendulum of unit length and weight.
    record Pendulum(
            @Knob(value = "angle of release from rest, in radians", min = -3.141592653589793, max = 3.141592653589793)
            double angle)
            implements Mechanism {
        public Pendulum() {
            this(1);
        }

        @Override
        public List<String> names() {
            return List.of("q", "p");
        }

        @Override
        public double[] start() {
            return new double[] {angle, 0};
        }

        @Override
        public Motion from(double[] start) {
            ToDoubleFunction<double[]> energy = s -> 0.5 * s[1] * s[1] - StrictMath.cos(s[0]);
            double half = StrictMath.sin(0.5 * start[0]);
            double modulus = half * half + 0.25 * start[1] * start[1];
            return new Motion(
                    "pendulum",
                    names(),
                    start,
                    new Law.Parts(thalweg.system.Pendulum.law()),
                    new Invariant("energy", energy),
                    List.of(),
                    new boolean[] {true, false},
                    swing(modulus),
                    "4 K(sin(q0/2)), Legendre",
                    Double.NaN);
        }

        /// The time of a full swing or turn by the mean of Gauss, `k^2 = (H + 1) / 2`.
        private static double swing(double square) {
            if (square == 0 || square == 1) {
                return Double.NaN;
            }
            double a = 1;
            double b = Math.sqrt(1 - (square < 1 ? square : 1 / square));
            while (Math.abs(a - b) > 1e-15 * a) {
                double mean = 0.5 * (a + b);
                b = Math.sqrt(a * b);
                a = mean;
            }
            return square < 1 ? 2 * Math.PI / a : Math.PI / (a * Math.sqrt(square));
        }
    }

    /// Two pendulums, one hanging from the other.
    record DoublePendulum() implements Mechanism {
        @Override
        public List<String> names() {
            return List.of("q1", "q2", "p1", "p2");
        }

        @Override
        public double[] start() {
            return new double[] {3 * Math.PI / 7, 3 * Math.PI / 8, 0, 0};
        }

        @Override
        public Motion from(double[] start) {
            return new Motion(
                    "double-pendulum",
                    names(),
                    start,
                    new Law.Whole(thalweg.system.DoublePendulum.law()),
                    new Invariant("energy", DoublePendulum::energy),
                    List.of(),
                    new boolean[] {true, true, false, false},
                    Double.NaN,
                    "",
                    15);
        }

        private static double energy(double[] s) {
            double sine = StrictMath.sin(s[0] - s[1]);
            double kinetic = s[2] * s[2] + 2 * s[3] * s[3] - 2 * s[2] * s[3] * StrictMath.cos(s[0] - s[1]);
            return kinetic / (2 * (1 + sine * sine)) - 2 * StrictMath.cos(s[0]) - StrictMath.cos(s[1]);
        }
    }

    /// A star near the plane of a galaxy.
    record HenonHeiles() implements Mechanism {
        @Override
        public List<String> names() {
            return List.of("x", "y", "px", "py");
        }

        @Override
        public double[] start() {
            return new double[] {0.3, 0, 0, 0.3};
        }

        @Override
        public Motion from(double[] start) {
            return new Motion(
                    "henon-heiles",
                    names(),
                    start,
                    new Law.Parts(thalweg.system.HenonHeiles.law()),
                    new Invariant(
                            "energy",
                            s -> 0.5 * (s[2] * s[2] + s[3] * s[3] + s[0] * s[0] + s[1] * s[1])
                                    + s[1] * (s[0] * s[0] - s[1] * s[1] / 3)),
                    List.of(),
                    new boolean[4],
                    Double.NaN,
                    "",
                    200);
        }
    }

    /// A satellite between earth and moon, in their turning frame.
    record Arenstorf() implements Mechanism {
        @Override
        public List<String> names() {
            return List.of("x", "y", "vx", "vy");
        }

        @Override
        public double[] start() {
            return thalweg.system.Arenstorf.start().reals();
        }

        @Override
        public Motion from(double[] start) {
            boolean closed = java.util.Arrays.equals(start, start());
            return new Motion(
                    "arenstorf",
                    names(),
                    start,
                    new Law.Driven(new thalweg.system.Arenstorf()),
                    new Invariant("energy", thalweg.system.Arenstorf::energy),
                    List.of(),
                    new boolean[4],
                    closed ? thalweg.system.Arenstorf.PERIOD : Double.NaN,
                    "Hairer, Norsett and Wanner I (1993), II.0",
                    thalweg.system.Arenstorf.PERIOD);
        }
    }

    /// A mass on a spring, `H = p^2 + q^2`.
    record Spring() implements Mechanism {
        @Override
        public List<String> names() {
            return List.of("q", "p");
        }

        @Override
        public double[] start() {
            return new double[] {1, 0};
        }

        @Override
        public Motion from(double[] start) {
            Motion plain = Written.of("p^2 + q^2", List.of("q:p"), Map.of()).from(start);
            return new Motion(
                    "spring",
                    names(),
                    start,
                    plain.law(),
                    plain.energy(),
                    plain.invariants(),
                    plain.angles(),
                    Math.PI,
                    "2 pi / omega, omega = 2",
                    Double.NaN);
        }
    }

    /// `x py - y px`.
    private static double turn(double[] s) {
        return s[0] * s[3] - s[1] * s[2];
    }
}
