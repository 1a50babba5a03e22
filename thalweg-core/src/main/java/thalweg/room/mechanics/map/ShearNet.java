package thalweg.room.mechanics.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;

/// A chain of shears, `p += w h dV(q)` and `q += w h dT(p)`, and of quarter turns `(q, p) -> (p, -q)`: symplectic part
/// by
/// part, so symplectic whole, with an exact inverse.
///
/// LA- and G-SympNets: Jin et al., Neural Networks 132 (2020) 166. P-SympNets: Tapley, arXiv:2408.09821. Henon nets:
/// Burby, Tang and Maulik, Plasma Phys. Control. Fusion 63 (2021). Leapfrog nets: Chen et al., ICLR 2020 (SRNN).
public record ShearNet(int half, List<Part> parts, int parameters, double[] theta) {
    /// One part of the chain.
    ///
    /// @param momenta whether momenta are moved, by a potential of positions
    /// @param at where its parameters begin; several parts may share them
    /// @param weight of the step
    /// @param turn whether it is a quarter turn instead
    /// @param timed whether the shear grows with the step of time
    public record Part(Potential potential, boolean momenta, int at, double weight, boolean turn, boolean timed) {}

    /// The nets there are.
    public enum Kind {
        /// Linear modules and activations.
        LA,
        /// Ridges.
        G,
        /// Polynomial ridges.
        P,
        /// Four turns and shears a layer.
        HENON,
        /// One T and one V in the steps of an integrator.
        LEAPFROG
    }

    /// A net with drawn parameters.
    ///
    /// @param layers modules
    /// @param width ridges a module
    public static ShearNet draw(Key key, Kind kind, int half, int layers, int width) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        switch (kind) {
            case LA -> {
                Potential linear = new Potential(Potential.Kind.QUADRATIC, half, 0, 0);
                Potential active = new Potential(Potential.Kind.ACTIVATION, half, 0, 0);
                for (int l = 0; l < layers; l++) {
                    for (int f = 0; f < 2; f++) {
                        parts.add(new Part(linear, (f + l) % 2 == 0, at, 1, false, true));
                        at += linear.parameters();
                    }
                    if (l + 1 < layers) {
                        parts.add(new Part(active, l % 2 == 0, at, 1, false, true));
                        at += active.parameters();
                    }
                }
            }
            case G, P -> {
                Potential one = kind == Kind.G
                        ? new Potential(Potential.Kind.RIDGE, half, width, 0)
                        : new Potential(Potential.Kind.POLYNOMIAL, half, width, 4);
                for (int l = 0; l < layers; l++) {
                    parts.add(new Part(one, l % 2 == 0, at, 1, false, true));
                    at += one.parameters();
                }
            }
            case HENON -> {
                Potential one = new Potential(Potential.Kind.RIDGE, half, width, 0);
                for (int l = 0; l < layers; l++) {
                    for (int f = 0; f < 4; f++) {
                        parts.add(new Part(one, true, at, 1, true, false));
                        parts.add(new Part(one, true, at, 1, false, false));
                    }
                    at += one.parameters();
                }
            }
            case LEAPFROG -> {
                Potential one = new Potential(Potential.Kind.RIDGE, half, width, 0);
                int kinetic = one.parameters();
                at = 2 * kinetic;
                for (double w : new double[] {1.3512071919596575, -1.7024143839193153, 1.3512071919596575}) {
                    parts.add(new Part(one, true, 0, 0.5 * w, false, true));
                    parts.add(new Part(one, false, kinetic, w, false, true));
                    parts.add(new Part(one, true, 0, 0.5 * w, false, true));
                }
            }
        }
        double[] theta = new double[at];
        for (Part part : parts) {
            part.potential().draw(key.fold(part.at()), theta, part.at());
        }
        return new ShearNet(half, parts, at, theta);
    }

    /// The same net with other parameters.
    public ShearNet with(double[] other) {
        return new ShearNet(half, parts, parameters, other);
    }

    /// The unit of each parameter: 1, or `bias` where it is a bias.
    double[] units(double bias) {
        double[] unit = new double[parameters];
        Arrays.fill(unit, 1);
        for (Part part : parts) {
            Potential one = part.potential();
            int from = part.at()
                    + switch (one.kind()) {
                        case RIDGE -> one.width() * (one.size() + 1);
                        case QUADRATIC -> one.size() * (one.size() + 1) / 2;
                        case ACTIVATION, POLYNOMIAL -> one.parameters();
                    };
            Arrays.fill(unit, from, part.at() + one.parameters(), bias);
        }
        return unit;
    }

    private double factor(Part part, double h) {
        return part.weight() * (part.timed() ? h : 1);
    }

    /// The map of these parameters.
    public SymplecticMap map() {
        return new Sheared(this);
    }

    private record Sheared(ShearNet net) implements SymplecticMap {
        @Override
        public int size() {
            return 2 * net.half;
        }

        @Override
        public double[] at(double[] z, double h) {
            double[] x = z.clone();
            for (Part part : net.parts) {
                net.move(part, x, net.factor(part, h), 1);
            }
            return x;
        }

        @Override
        public double[] inverse(double[] z, double h) {
            double[] x = z.clone();
            for (Part part : net.parts.reversed()) {
                net.move(part, x, net.factor(part, h), -1);
            }
            return x;
        }

        @Override
        public double[] jacobian(double[] z, double h) {
            int n = size();
            double[] tangent = new double[n * n];
            for (int i = 0; i < n; i++) {
                tangent[i * (n + 1)] = 1;
            }
            net.advance(z.clone(), h, tangent, n, -1);
            return tangent;
        }
    }

    private void move(Part part, double[] x, double factor, int side) {
        int d = half;
        if (part.turn()) {
            for (int i = 0; i < d; i++) {
                double q = x[i];
                x[i] = side > 0 ? x[d + i] : -x[d + i];
                x[d + i] = side > 0 ? -q : q;
            }
            return;
        }
        int from = part.momenta() ? 0 : d;
        double[] slope = new double[d];
        double[] none = new double[0];
        part.potential().slope(theta, part.at(), Arrays.copyOfRange(x, from, from + d), slope, none, none);
        for (int i = 0; i < d; i++) {
            x[d - from + i] += side * factor * slope[i];
        }
    }

    /// Moves a state with `m` tangent columns; those of parameters begin at `first`, or are left out if it is negative.
    void advance(double[] x, double h, double[] tangent, int m, int first) {
        int d = half;
        double[] slope = new double[d];
        double[] bend = new double[d * d];
        for (Part part : parts) {
            if (part.turn()) {
                move(part, x, 1, 1);
                for (int i = 0; i < d; i++) {
                    for (int c = 0; c < m; c++) {
                        double q = tangent[i * m + c];
                        tangent[i * m + c] = tangent[(d + i) * m + c];
                        tangent[(d + i) * m + c] = -q;
                    }
                }
                continue;
            }
            int from = part.momenta() ? 0 : d;
            int to = d - from;
            int own = part.potential().parameters();
            double[] turn = new double[d * own];
            double factor = factor(part, h);
            part.potential().slope(theta, part.at(), Arrays.copyOfRange(x, from, from + d), slope, bend, turn);
            for (int i = 0; i < d; i++) {
                x[to + i] += factor * slope[i];
                for (int j = 0; j < d; j++) {
                    double f = factor * bend[i * d + j];
                    for (int c = 0; c < m; c++) {
                        tangent[(to + i) * m + c] = Math.fma(f, tangent[(from + j) * m + c], tangent[(to + i) * m + c]);
                    }
                }
                for (int k = 0; k < own && first >= 0; k++) {
                    tangent[(to + i) * m + first + part.at() + k] += factor * turn[i * own + k];
                }
            }
        }
    }
}
