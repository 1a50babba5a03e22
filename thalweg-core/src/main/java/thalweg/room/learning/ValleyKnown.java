package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Escape;
import thalweg.room.learning.valley.Landmarks;
import thalweg.room.learning.valley.LowestPath;
import thalweg.room.learning.valley.Terrain;
import thalweg.room.learning.valley.Trace;
import thalweg.study.Lab;
import thalweg.study.Verification;
import thalweg.system.Landscape;

/// The known results of landscapes: critical points, the lowest path, the account of energy along flows, and the exact
/// learning curve of a deep linear network.
final class ValleyKnown implements LearningVerification.Known {
    private static final String DIGITS = "independent computation, shared reference";
    private static final String LAW = "dE/dt = -|grad E|^2";
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final List<Verification.Finding> findings = new ArrayList<>();

    @Override
    public List<Verification.Finding> findings(Lab lab) {
        findings.clear();
        List<Runnable> parts =
                List.of(() -> points(lab), () -> path(lab), () -> accounts(lab), () -> curve(lab), () -> escapes(lab));
        for (int i = 0; i < parts.size() && !lab.stopping(); i++) {
            parts.get(i).run();
        }
        return List.copyOf(findings);
    }

    private void found(String what, double measured, double reference, double tolerance, String source) {
        findings.add(new Verification.Finding(what, measured, reference, tolerance, source));
    }

    private void points(Lab lab) {
        counted("himmelblau", lab, 4, 4, 1);
        counted("camel", lab, 6, 7, 2);
        List<CriticalPoint> points = counted("mueller-brown", lab, 3, 2, 0);
        double[] known = {-146.699517209954, -108.166724116852, -80.767818129659, -72.248940112325, -40.664843508657};
        for (int k = 0; k < Math.min(known.length, points.size()); k++) {
            found("mueller-brown: value of point " + (k + 1), points.get(k).value(), known[k], 1e-10, DIGITS);
        }
    }

    private List<CriticalPoint> counted(String name, Lab lab, int minima, int saddles, int maxima) {
        Terrain terrain = Terrain.of(Landscape.of(name));
        Landmarks marks = Landmarks.of(terrain, lab);
        int[] known = {minima, saddles, maxima};
        String[] kind = {"minima", "saddles", "maxima"};
        for (int index = 0; index < 3; index++) {
            int i = index;
            long count = marks.points().stream()
                    .filter(p -> p.index() == i && p.isMorse())
                    .count();
            found(name + ": " + kind[index], (double) count, known[index], 0, DIGITS);
        }
        found(name + ": Euler sum", marks.euler(terrain), 1, 0, "Poincaré and Hopf");
        return marks.points();
    }

    private void path(Lab lab) {
        Terrain terrain = Terrain.of(Landscape.of("mueller-brown"));
        Landmarks marks = Landmarks.of(terrain, lab);
        List<CriticalPoint> minima = marks.minima();
        LowestPath path = LowestPath.between(terrain, marks, minima.get(0), minima.get(1), lab);
        found(
                "mueller-brown: top of the path",
                path == null ? Double.NaN : path.top().value(),
                -40.664843508657,
                1e-6,
                DIGITS);
        found(
                "mueller-brown: slope across the path",
                path == null ? Double.NaN : path.across(),
                0,
                1e-4,
                "steepest descent");
    }

    private void accounts(Lab lab) {
        Trace.Way way = new Trace.Way(Trace.Method.RK853, Double.NaN, 1e-11, NEVER, 1e-6, 200_000);
        for (Landscape landscape : Landscape.all()) {
            Trace trace = Trace.of(Terrain.of(landscape), way, lab);
            found(landscape.name() + ": energy defect", trace.defect(), 0, 1e-9, LAW);
            found(landscape.name() + ": steps uphill", (double) trace.rises(), 0, 0, LAW);
        }
    }

    /// The product of both weights at four times.
    private void curve(Lab lab) {
        double[] time = {0.5, 1, 1.5, 2};
        double[] known = {0.0199585636224, 0.355712478919, 2.18961160277, 2.94572069862};
        double start = Math.sqrt(0.001);
        Terrain terrain = Terrain.of(Formula.parse("(3 - u*v)^2/2"), Box.cube(2, -3, 3), new double[] {start, start});
        for (int k = 0; k < time.length; k++) {
            Trace.Way way = new Trace.Way(Trace.Method.RK853, Double.NaN, 1e-13, time[k], 1e-300, 100_000);
            double[] end = Trace.of(terrain, way, lab).end();
            String source = "Saxe, McClelland and Ganguli (2014)";
            found("deep linear network at t = " + time[k], end[0] * end[1], known[k], 1e-8, source);
        }
    }

    private void escapes(Lab lab) {
        for (String name : List.of("himmelblau", "camel", "mueller-brown")) {
            Escape escape = Escape.of(Terrain.of(Landscape.of(name)), 1000, lab);
            found(
                    name + ": share of 1000 starts that end in a strict saddle",
                    escape.inSaddles(),
                    0,
                    0,
                    "Lee et al. (2016)");
        }
    }
}
