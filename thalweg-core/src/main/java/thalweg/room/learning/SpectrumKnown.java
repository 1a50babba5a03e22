package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Flow;
import thalweg.flow.Run;
import thalweg.flow.descent.Kfac;
import thalweg.flow.descent.Natural;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Family;
import thalweg.landscape.Fisher;
import thalweg.landscape.Likelihood;
import thalweg.landscape.Rows;
import thalweg.measure.FisherRao;
import thalweg.measure.Spectrum;
import thalweg.model.Mlp;
import thalweg.room.learning.spectrum.MarchenkoPastur;
import thalweg.room.learning.spectrum.Matrix;
import thalweg.room.learning.spectrum.Measured;
import thalweg.room.learning.spectrum.Subject;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Verification.Finding;

/// Known results on curvature: spectra, metrics, and the edge of stability.
final class SpectrumKnown implements LearningVerification.Known {
    private static final String EXACT = "exact";

    private final List<Finding> findings = new ArrayList<>();

    private void found(String what, double measured, double reference, double tolerance, String source) {
        findings.add(new Finding(what, measured, reference, tolerance, source));
    }

    @Override
    public List<Finding> findings(Lab lab) {
        findings.clear();
        List<Runnable> parts =
                List.of(this::distances, this::random, this::network, this::natural, this::sampled, () -> edge(lab));
        for (int i = 0; i < parts.size() && !lab.stopping(); i++) {
            lab.progress(i, parts.size(), "curvature");
            parts.get(i).run();
        }
        return List.copyOf(findings);
    }

    private void distances() {
        String source = "Fisher-Rao, closed form";
        found(
                "distance of normal laws (0, 1), (1, 2)",
                FisherRao.normal(0, 1, 1, 2),
                1.1893809314064119,
                1e-14,
                source);
        found("distance of normal laws (0, 1), (0, e)", FisherRao.normal(0, 1, 0, Math.E), Math.sqrt(2), 1e-14, source);
    }

    /// The ends of a matrix of 2000 rows scatter about the edges by `n^(-2/3)`, 0.006.
    private void random() {
        MarchenkoPastur law = new MarchenkoPastur(0.25, 1);
        Subject subject = Subject.gaussian(2000, 500, List.of(Matrix.HESSIAN), Key.of(1));
        Measured all = Measured.dense(subject.map(Matrix.HESSIAN), 500);
        String source = "Marchenko and Pastur 1967";
        found("least squares on 2000 random rows of 500: largest", all.largest().value(), law.high(), 0.04, source);
        found(
                "least squares on 2000 random rows of 500: smallest",
                all.smallest().value(),
                law.low(),
                0.02,
                source);
    }

    /// A network of 2011 parameters: Lanczos against all eigenvalues.
    private void network() {
        int n = 300;
        Tensor x = Tensor.of(Key.of(2).normals(2 * n), n, 2);
        Tensor y = x.get(1, 0).times(2).sin().times(x.get(1, 1)).columns(1);
        Mlp net = Mlp.draw(Key.of(3), 2, 40, 45, 1);
        Likelihood<Mlp> likelihood = new Likelihood<>(Mlp::at, x, y, new Family.Gaussian(0.5));
        Subject subject = Subject.of("", likelihood, net, List.of(Matrix.HESSIAN), 0);
        int size = subject.size();
        Measured all = Measured.dense(subject.map(Matrix.HESSIAN), size);
        Measured some = Measured.lanczos(subject.map(Matrix.HESSIAN), size, 100, 16, 3, Key.of(4));
        String source = "all " + size + " eigenvalues";
        double low = all.smallest().value();
        double high = all.largest().value();
        found(
                "network of " + size + " parameters: largest by Lanczos",
                some.largest().value(),
                high,
                1e-8,
                source);
        found(
                "network of " + size + " parameters: smallest by Lanczos",
                some.smallest().value(),
                low,
                1e-8,
                source);
        found("its third largest", some.values()[some.values().length - 3], all.values()[size - 3], 1e-7, source);
        double trace = all.trace().value();
        found(
                "its trace by 16 random vectors",
                some.trace().value(),
                trace,
                3 * some.trace().error(),
                source);
        double width = 0.01 * (high - low);
        double[] at = new double[200];
        for (int i = 0; i < at.length; i++) {
            at[i] = low + i * (high - low) / (at.length - 1);
        }
        Spectrum.Band band = some.density(at, width);
        Spectrum.Band wanted = all.density(at, width);
        double inside = 0;
        for (int i = 0; i < at.length; i++) {
            double error = 3 * band.error()[i] + 1e-3 / (size * width);
            inside += Math.abs(band.value()[i] - wanted.value()[i]) <= error ? 1.0 / at.length : 0;
        }
        found("share of its density within 3 errors", inside, 1, 0.03, source);
    }

    private void natural() {
        Tensor x = Tensor.of(Key.of(5).normals(600), 100, 6);
        Tensor truth = Tensor.vector(Key.of(6).normals(6));
        Likelihood<Tensor> linear = new Likelihood<>(
                (w, rows) -> rows.matmul(w).columns(1), x, x.matmul(truth).columns(1), new Family.Gaussian(1));
        Tensor solved = Run.of(Natural.undamped(1).on(Fisher.exact(linear)), Tensor.zeros(6), Key.of(1))
                .steps(1)
                .last();
        double away = solved.minus(truth).abs().greatest().value();
        found("one natural step solves a linear regression: distance", away, 0, 1e-10, EXACT);
        Tensor y = Tensor.of(Key.of(7).normals(200), 100, 2);
        Likelihood<Mlp> layer = new Likelihood<>(Mlp::at, x, y, new Family.Gaussian(1));
        Mlp start = Mlp.draw(Key.of(8), 6, 2);
        double[] one = after(Kfac.undamped(1).on(Mlp.layered(), layer), start);
        double[] other = after(Natural.undamped(1).on(Fisher.exact(layer)), start);
        found("K-FAC and Fisher on one linear layer: distance", distance(one, other), 0, 1e-10, EXACT);
    }

    private static double[] after(Flow<Mlp, ?> flow, Mlp start) {
        return Coordinates.of(start)
                .flat(Run.of(flow, start, Key.of(1)).steps(1).last());
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(square);
    }

    /// Errors at 4 and 256 draws an example, root mean square of 100 readings: their ratio is 8.
    private void sampled() {
        Tensor x = Tensor.of(Key.of(9).normals(20), 10, 2);
        Likelihood<Mlp> likelihood = new Likelihood<>(Mlp::at, x, Tensor.zeros(10, 3), new Family.Categorical());
        Mlp net = Mlp.draw(Key.of(10), 2, 4, 3);
        double[] exact = metric(Fisher.exact(likelihood), net, Key.of(0));
        double few = 0;
        double many = 0;
        for (int k = 0; k < 100; k++) {
            double a = distance(metric(Fisher.sampled(likelihood, 4), net, Key.of(100 + k)), exact);
            double b = distance(metric(Fisher.sampled(likelihood, 256), net, Key.of(100 + k)), exact);
            few += a * a;
            many += b * b;
        }
        double order = StrictMath.log(few / many) / (2 * StrictMath.log(64));
        found("sampled Fisher: error falls as draws to the power", -order, -0.5, 0.05, EXACT);
    }

    private static double[] metric(Rows<Mlp, Integer> rows, Mlp net, Key key) {
        Tensor o = rows.read(net, 0, key).rows();
        return o.transpose().matmul(o).toArray();
    }

    private void edge(Lab lab) {
        WatchSharpness asked = (WatchSharpness) Card.of(WatchSharpness.class).bind(Map.of());
        Report report = asked.run(lab.seed(0));
        String source = "Cohen et al. 2021: 2/step, settled in [0.95, 1.1]";
        found(
                "edge of stability: least of 3 runs over 2/step",
                report.number("least").value(),
                1.025,
                0.075,
                source);
        found(
                "edge of stability: most of 3 runs over 2/step",
                report.number("most").value(),
                1.025,
                0.075,
                source);
    }
}
