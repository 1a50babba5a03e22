package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Verification;

/// The known results of this room: laws of systems with and without them, collisions, generators, hidden symmetries.
public final class SymmetryVerification implements Verification {
    private static final int SEEDS = 20;
    private static final Map<String, int[]> COUNTS = Map.of(
            "harmonic", new int[] {2, 1},
            "isotropic", new int[] {4, 3},
            "kepler", new int[] {4, 3},
            "ring", new int[] {6, 4},
            "lotka-volterra", new int[] {1, 1},
            "henon-heiles", new int[] {1, 1},
            "pendulum", new int[] {1, 1});

    @Override
    public String room() {
        return "symmetry";
    }

    @Override
    public List<Finding> run(Lab lab) {
        List<Finding> findings = new ArrayList<>();
        List<Runnable> parts = new ArrayList<>();
        COUNTS.keySet().stream().sorted().forEach(name -> parts.add(() -> counts(lab, name, findings)));
        for (String name : List.of("lorenz", "damped", "van-der-pol", "brusselator")) {
            parts.add(() -> none(lab, name, findings));
        }
        for (int dimension = 1; dimension <= 3; dimension++) {
            int d = dimension;
            parts.add(() -> collisions(lab, d, findings));
        }
        parts.add(() -> generators(lab, findings));
        for (int i = 0; i < parts.size() && !lab.stopping(); i++) {
            lab.progress(i, parts.size(), "measuring");
            parts.get(i).run();
        }
        return List.copyOf(findings);
    }

    private static void counts(Lab lab, String name, List<Finding> findings) {
        for (double noise : new double[] {0, 0.001, 0.01}) {
            int right = 0;
            for (int seed = 0; seed < SEEDS && !lab.stopping(); seed++) {
                Report report = DiscoverInvariant.made(name, noise).run(lab.seed(seed));
                int[] known = COUNTS.getOrDefault(name, new int[2]);
                right += report.number("linear laws").value() == known[0]
                                && report.number("independent laws").value() == known[1]
                        ? 1
                        : 0;
            }
            findings.add(new Finding(
                    name + " at noise " + noise + ": share of seeds with the right counts",
                    right / (double) SEEDS,
                    1,
                    0,
                    "exact counts"));
        }
    }

    private static void none(Lab lab, String name, List<Finding> findings) {
        int found = 0;
        for (int seed = 0; seed < SEEDS && !lab.stopping(); seed++) {
            for (double noise : new double[] {0, 0.001, 0.01}) {
                found += DiscoverInvariant.made(name, noise)
                        .run(lab.seed(seed))
                        .table("laws")
                        .rows()
                        .size();
            }
        }
        findings.add(new Finding(name + ": false laws", found, 0, 0, "there is none"));
    }

    private static void collisions(Lab lab, int dimension, List<Finding> findings) {
        for (String restitution : List.of("0", "0.5", "random", "1")) {
            int right = 0;
            int known = dimension + (restitution.equals("1") ? 1 : 0);
            for (int seed = 0; seed < SEEDS && !lab.stopping(); seed++) {
                for (double noise : new double[] {0, 0.001, 0.01}) {
                    Report report = DiscoverInvariant.collision(restitution, dimension, noise)
                            .run(lab.seed(seed));
                    right += report.table("laws").rows().size() == known ? 1 : 0;
                }
            }
            findings.add(new Finding(
                    "collisions in " + dimension + " dimensions, restitution " + restitution + ": right",
                    right / (3.0 * SEEDS),
                    1,
                    0,
                    "momentum always, energy if elastic"));
        }
    }

    private static void generators(Lab lab, List<Finding> findings) {
        for (String name : List.of("circle", "sphere", "minkowski")) {
            for (double noise : new double[] {0, 0.01}) {
                Report report = DiscoverSymmetry.made(name, DiscoverSymmetry.Of.FUNCTION, noise)
                        .run(lab);
                findings.add(new Finding(
                        name + " at noise " + noise + ": largest angle",
                        report.number("largest angle to the known generators").value(),
                        0,
                        noise == 0 ? 1e-6 : 0.02,
                        "exact generators"));
            }
        }
        findings.add(new Finding(
                "Schwarzschild: residual ratio",
                new UncoverSymmetry().run(lab).number("residual ratio").value(),
                0,
                1e-4,
                "Painlevé 1921"));
    }
}
