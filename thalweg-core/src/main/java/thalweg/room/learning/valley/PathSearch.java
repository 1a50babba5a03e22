package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thalweg.study.Lab;

/// The search for the lowest path between two minima: a string finds a saddle between them, Newton's search makes it
/// exact, steepest descent finds the minima on both sides, and strings are spanned again where these are not yet the
/// wanted ones. Passes over known saddles join in, so that a path with a lower top is not missed.
final class PathSearch {
    private static final int STRINGS = 24;

    private final Terrain terrain;
    private final Verdict verdict;
    private final Lab lab;
    private final List<Pass> passes = new ArrayList<>();
    private int strings;

    PathSearch(Terrain terrain, Verdict verdict, Lab lab) {
        this.terrain = terrain;
        this.verdict = verdict;
        this.lab = lab;
    }

    /// The path with the lowest top among the passes found; null if none leads from one minimum to the other.
    @Nullable
    LowestPath between(CriticalPoint from, CriticalPoint to, List<CriticalPoint> saddles) {
        span(from, to);
        List<CriticalPoint> others = saddles.stream()
                .filter(CriticalPoint::isPass)
                .filter(s -> passes.stream().noneMatch(p -> Pass.same(terrain, p.saddle(), s)))
                .toList();
        lab.map(others.size(), i -> java.util.Optional.ofNullable(Pass.over(terrain, verdict, others.get(i))))
                .forEach(pass -> pass.ifPresent(passes::add));
        return LowestPath.over(terrain, passes, from, to);
    }

    private void span(CriticalPoint from, CriticalPoint to) {
        List<CriticalPoint[]> gaps = new ArrayList<>();
        gaps.add(new CriticalPoint[] {from, to});
        while (!gaps.isEmpty() && strings < STRINGS && !lab.stopping()) {
            CriticalPoint[] gap = gaps.removeFirst();
            if (Pass.same(terrain, gap[0], gap[1]) || LowestPath.over(terrain, passes, gap[0], gap[1]) != null) {
                continue;
            }
            lab.progress(strings, 0, "spanning strings");
            Pass pass = string(gap[0], gap[1]);
            if (pass == null) {
                continue;
            }
            passes.add(pass);
            double straight = ElasticString.distance(gap[0].place(), pass.from().place())
                    + ElasticString.distance(pass.to().place(), gap[1].place());
            double crossed = ElasticString.distance(gap[0].place(), pass.to().place())
                    + ElasticString.distance(pass.from().place(), gap[1].place());
            Pass way = straight <= crossed ? pass : pass.turned();
            gaps.add(new CriticalPoint[] {gap[0], way.from()});
            gaps.add(new CriticalPoint[] {way.to(), gap[1]});
        }
    }

    private @Nullable Pass string(CriticalPoint from, CriticalPoint to) {
        strings++;
        ElasticString string = new ElasticString(terrain, from.place(), to.place());
        string.relax();
        double[] end = new Newton(terrain).from(string.climb());
        CriticalPoint saddle = end == null ? null : verdict.at(end);
        if (saddle == null
                || !saddle.isPass()
                || passes.stream().anyMatch(p -> Pass.same(terrain, p.saddle(), Objects.requireNonNull(saddle)))) {
            return null;
        }
        return Pass.over(terrain, verdict, saddle);
    }
}
