package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.study.Lab;

/// The thalweg between two minima: over passes, along steepest descents, so that nowhere the slope points across it.
///
/// @param passes in the order of the walk; each begins in the minimum where the one before ends
public record LowestPath(Terrain terrain, List<Pass> passes) {
    public LowestPath {
        passes = List.copyOf(passes);
    }

    /// The path between two minima, null if none is found.
    ///
    /// @param found the critical points known; their saddles join in
    public static @Nullable LowestPath between(
            Terrain terrain, Landmarks found, CriticalPoint from, CriticalPoint to, Lab lab) {
        double stiffness = from.curvature().norm();
        return new PathSearch(terrain, new Verdict(terrain, stiffness), lab).between(from, to, found.points());
    }

    /// The minima and saddles in the order of the walk.
    public List<CriticalPoint> stations() {
        List<CriticalPoint> stations = new ArrayList<>();
        stations.add(passes.getFirst().from());
        for (Pass pass : passes) {
            stations.add(pass.saddle());
            stations.add(pass.to());
        }
        return stations;
    }

    /// The highest saddle.
    public CriticalPoint top() {
        CriticalPoint top = passes.getFirst().saddle();
        for (Pass pass : passes) {
            top = pass.saddle().value() > top.value() ? pass.saddle() : top;
        }
        return top;
    }

    /// Places along the walk, the stations among them.
    public List<double[]> places() {
        List<double[]> places = new ArrayList<>();
        places.add(passes.getFirst().from().place());
        for (Pass pass : passes) {
            places.addAll(pass.left().places().reversed());
            places.add(pass.saddle().place());
            places.addAll(pass.right().places());
            places.add(pass.to().place());
        }
        return places;
    }

    /// The largest part of the slope across the path, whose tangent is taken from the places of its curves by
    /// differences of fourth order; ends of curves, where the slope is next to nothing, count in full.
    public double across() {
        double largest = 0;
        for (Pass pass : passes) {
            for (Fall fall : List.of(pass.left(), pass.right())) {
                List<double[]> at = fall.places();
                largest = Math.max(largest, Newton.norm(terrain.slope(at.getFirst())));
                largest = Math.max(largest, Newton.norm(terrain.slope(at.getLast())));
                for (int k = 2; k + 2 < at.size(); k++) {
                    double[] tangent = tangent(at, k);
                    double[] slope = terrain.slope(at.get(k));
                    largest = Math.max(largest, Newton.norm(ElasticString.across(slope, tangent)));
                }
            }
        }
        return largest;
    }

    private static double[] tangent(List<double[]> at, int k) {
        double[] tangent = new double[at.get(k).length];
        for (int i = 0; i < tangent.length; i++) {
            tangent[i] = at.get(k - 2)[i] - 8 * at.get(k - 1)[i] + 8 * at.get(k + 1)[i] - at.get(k + 2)[i];
        }
        double size = Newton.norm(tangent);
        for (int i = 0; i < tangent.length; i++) {
            tangent[i] /= size;
        }
        return tangent;
    }

    /// The path with the lowest top over given passes; null where they do not join the minima.
    static @Nullable LowestPath over(Terrain terrain, List<Pass> passes, CriticalPoint from, CriticalPoint to) {
        List<Pass> sorted = new ArrayList<>(passes);
        sorted.sort((a, b) -> Double.compare(a.saddle().value(), b.saddle().value()));
        for (int count = 1; count <= sorted.size(); count++) {
            List<Pass> walk = walk(terrain, sorted.subList(0, count), from, to);
            if (walk != null) {
                return new LowestPath(terrain, walk);
            }
        }
        return null;
    }

    /// The shortest chain of passes, by breadth.
    private static @Nullable List<Pass> walk(Terrain terrain, List<Pass> passes, CriticalPoint from, CriticalPoint to) {
        List<List<Pass>> open = new ArrayList<>();
        List<CriticalPoint> seen = new ArrayList<>(List.of(from));
        open.add(List.of());
        while (!open.isEmpty()) {
            List<Pass> chain = open.removeFirst();
            CriticalPoint here = chain.isEmpty() ? from : chain.getLast().to();
            for (Pass pass : passes) {
                for (Pass way : List.of(pass, pass.turned())) {
                    if (!Pass.same(terrain, way.from(), here)
                            || seen.stream().anyMatch(s -> Pass.same(terrain, s, way.to()))) {
                        continue;
                    }
                    List<Pass> longer = new ArrayList<>(chain);
                    longer.add(way);
                    if (Pass.same(terrain, way.to(), to)) {
                        return longer;
                    }
                    seen.add(way.to());
                    open.add(longer);
                }
            }
        }
        return null;
    }
}
