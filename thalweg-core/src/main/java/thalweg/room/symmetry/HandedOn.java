package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.formula.Formula;
import thalweg.linalg.LeastSquares;
import thalweg.room.symmetry.InvariantQuestion.Answer;
import thalweg.room.symmetry.invariant.Law;
import thalweg.room.symmetry.invariant.Snapped;
import thalweg.room.symmetry.library.Feature;
import thalweg.room.symmetry.library.Names;
import thalweg.room.symmetry.sample.Groups;
import thalweg.study.Figure;
import thalweg.study.Report;

/// The Hamiltonian among the laws, `H = sum_i a_i Q_i`, scaled so that `dH/dp = dq/dt` and `dH/dq = -dp/dt` by least
/// squares over the time: what `follow orbit --hamiltonian` takes.
final class HandedOn {
    private static final double FAITHFUL = 0.1;
    private static final double NEGLIGIBLE = 0.02;

    private final Answer answer;
    private final Groups groups;
    private final List<Law> laws;
    private final List<String> names;
    private final Map<String, String> pairs;

    HandedOn(Answer answer, List<Law> laws, List<String> names) {
        this.answer = answer;
        this.groups = answer.groups();
        this.laws = laws;
        this.names = names;
        this.pairs = pairs();
    }

    private Map<String, String> pairs() {
        if (answer.asked().pairs().isEmpty()) {
            return Names.pairs(groups.noisy());
        }
        Map<String, String> told = new LinkedHashMap<>();
        for (String pair : answer.asked().pairs()) {
            String[] part = pair.split(":");
            if (part.length == 2
                    && groups.names().contains(part[0])
                    && groups.names().contains(part[1])) {
                told.put(part[0], part[1]);
            }
        }
        return told;
    }

    void write(Report.Draft draft) {
        double[] time = groups.time();
        if (answer.reading().event()
                || time == null
                || pairs.isEmpty()
                || 2 * pairs.size() != groups.noisy().size()) {
            return;
        }
        double[][] rates = seen(time);
        double[] seen = times(rates[0], rates[1]);
        List<double[]> columns = new ArrayList<>();
        for (Law law : laws) {
            columns.add(times(motion(law), rates[1]));
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            kept.add(i);
        }
        double[] scale = fit(columns, seen, kept);
        double size = rms(seen);
        List<Integer> large = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (Math.abs(scale[i]) * rms(columns.get(kept.get(i))) > NEGLIGIBLE * size) {
                large.add(kept.get(i));
            }
        }
        if (large.isEmpty()) {
            return;
        }
        scale = fit(columns, seen, large);
        double[] rest = seen.clone();
        for (int i = 0; i < large.size(); i++) {
            double[] column = columns.get(large.get(i));
            for (int j = 0; j < rest.length; j++) {
                rest[j] -= scale[i] * column[j];
            }
        }
        double residual = rms(rest) / size;
        draft.number("hamiltonian residual", residual);
        if (residual > FAITHFUL) {
            return;
        }
        Formula h = sum(large, scale);
        draft.add(new Figure.Formula("hamiltonian", h.text(), h.latex(), h.sympy(), h.java(), List.of()));
        List<String> words = new ArrayList<>();
        pairs.forEach((q, p) -> words.add(q + ":" + p));
        draft.text(
                "onward",
                "The motion is that of H = " + h.text() + ", made of "
                        + String.join(", ", large.stream().map(names::get).toList()) + ": thalweg follow orbit"
                        + " --hamiltonian \"" + h.text() + "\" --pairs " + String.join(",", words));
    }

    private Formula sum(List<Integer> kept, double[] scale) {
        List<Feature> terms = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Law law = laws.get(kept.get(i));
            double[] snapped = Snapped.of(law);
            double[] c = snapped == null ? law.coefficients() : snapped;
            for (int t = 0; t < c.length; t++) {
                int at = terms.indexOf(law.terms().get(t));
                double more = scale[i] * c[t];
                if (at < 0) {
                    terms.add(law.terms().get(t));
                    numbers.add(more);
                } else {
                    numbers.set(at, numbers.get(at) + more);
                }
            }
        }
        double[] c = numbers.stream().mapToDouble(x -> rounded(x)).toArray();
        Law whole = new Law(terms, c, new double[c.length], 0, 0, 0, 0, true, 0);
        return whole.formula(c);
    }

    private static double rounded(double x) {
        return new java.math.BigDecimal(x).round(new java.math.MathContext(7)).doubleValue();
    }

    /// `dQ/dp` for all places, then `-dQ/dq`, on all rows.
    private double[] motion(Law law) {
        double[] snapped = Snapped.of(law);
        Formula q = law.formula(snapped == null ? law.coefficients() : snapped);
        List<Formula> slopes = new ArrayList<>();
        pairs.values().forEach(p -> slopes.add(q.derivative(p)));
        pairs.keySet().forEach(x -> slopes.add(q.derivative(x)));
        double[][] values = groups.values(slopes);
        double[] out = new double[values.length * groups.rows()];
        for (int s = 0; s < values.length; s++) {
            for (int i = 0; i < groups.rows(); i++) {
                out[s * groups.rows() + i] = inside(i) ? s < pairs.size() ? values[s][i] : -values[s][i] : 0;
            }
        }
        return out;
    }

    /// Rows with three neighbours on either side in their trajectory.
    private boolean inside(int row) {
        int g = java.util.Arrays.binarySearch(groups.start(), row);
        int group = g >= 0 ? g : -g - 2;
        return row - groups.start()[group] >= 3 && groups.start()[group + 1] - row > 3;
    }

    /// The rates of change of places, then of momenta, by differences over seven points; each with a weight that falls
    /// where five points say otherwise.
    private double[][] seen(double[] time) {
        List<String> order = new ArrayList<>(pairs.keySet());
        order.addAll(pairs.values());
        int rows = groups.rows();
        double[] seven = new double[order.size() * rows];
        double[] apart = new double[seven.length];
        for (int s = 0; s < order.size(); s++) {
            double[] x = groups.column(order.get(s));
            for (int i = 0; i < rows; i++) {
                if (inside(i)) {
                    double one = (x[i + 1] - x[i - 1]) / (time[i + 1] - time[i - 1]);
                    double two = (x[i + 2] - x[i - 2]) / (time[i + 2] - time[i - 2]);
                    double three = (x[i + 3] - x[i - 3]) / (time[i + 3] - time[i - 3]);
                    seven[s * rows + i] = 1.5 * one - 0.6 * two + 0.1 * three;
                    apart[s * rows + i] = seven[s * rows + i] - (4 * one - two) / 3;
                }
            }
        }
        double[] sorted = java.util.Arrays.stream(apart)
                .map(Math::abs)
                .filter(a -> a > 0)
                .sorted()
                .toArray();
        double usual = sorted.length == 0 ? 0 : sorted[sorted.length / 4];
        double[] weight = new double[seven.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = apart[i] == 0 ? 0 : usual / Math.sqrt(usual * usual + apart[i] * apart[i]);
        }
        return new double[][] {seven, weight};
    }

    private static double[] times(double[] x, double[] weight) {
        double[] out = x.clone();
        for (int i = 0; i < x.length; i++) {
            out[i] *= weight[i];
        }
        return out;
    }

    private static double[] fit(List<double[]> columns, double[] seen, List<Integer> kept) {
        int k = kept.size();
        double[] a = new double[seen.length * k];
        for (int i = 0; i < k; i++) {
            double[] column = columns.get(kept.get(i));
            for (int j = 0; j < seen.length; j++) {
                a[j * k + i] = column[j];
            }
        }
        return LeastSquares.of(a, seen.length, k, seen).coefficients();
    }

    private static double rms(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum / x.length);
    }
}
