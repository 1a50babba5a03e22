package thalweg.peers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.data.Dataset;
import thalweg.flow.Flow;
import thalweg.flow.descent.Adam;
import thalweg.flow.descent.Kfac;
import thalweg.landscape.Energy;
import thalweg.landscape.Family;
import thalweg.landscape.Flat;
import thalweg.landscape.Likelihood;
import thalweg.linalg.LinearMap;
import thalweg.measure.Spectrum;
import thalweg.model.Mlp;

/// Second derivatives of networks: a product with the Hessian and a hundred steps of Lanczos, and the first-order step
/// and the K-FAC step to measure them by.
record SpectrumWork() implements Work {
    private static final int SAMPLES = 1000;

    @Override
    public String name() {
        return "spectrum";
    }

    @Override
    public String says() {
        return "2-64-64-1 (tanh), 1000 rows: gradient, Hessian product, Adam step, K-FAC step; "
                + "digits 64-32-10: 100 steps of Lanczos on the Hessian";
    }

    @Override
    public List<String> cases() {
        return List.of("gradient", "product", "moving", "lanczos", "adam", "kfac");
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                new Peer("curvlinops", "spectra", "spectrum.py", List.of("product")),
                new Peer("pyhessian", "spectra", "spectrum.py", List.of("lanczos")),
                new Peer("torch", "spectra", "spectrum.py", List.of("gradient", "adam")),
                new Peer("torch.compile", "spectra", "spectrum.py", List.of("adam")));
    }

    @Override
    public Samples run(String variant, int threads) {
        return Timing.of(work(variant), 3, 2, seconds -> 1e3 * seconds);
    }

    private static Runnable work(String variant) {
        if (variant.equals("lanczos")) {
            return lanczos();
        }
        Likelihood<Mlp> likelihood = wave();
        Mlp net = Mlp.draw(Key.of(1), 2, 64, 64, 1);
        Energy<Mlp> energy = likelihood.energy();
        Flat<Mlp> flat = energy.flat(net);
        double[] x = flat.flat(net);
        double[] v = Key.of(2).normals(x.length);
        double[] out = new double[x.length];
        return switch (variant) {
            case "gradient" -> () -> flat.at(x, out);
            case "product" -> {
                LinearMap hessian = flat.hessian(x);
                yield () -> hessian.apply(v, out);
            }
            case "moving" -> () -> flat.product(x, v, out);
            case "adam" -> steps(new Adam(1e-3).on(energy), net);
            default -> steps(new Kfac().on(Mlp.layered(), likelihood), net);
        };
    }

    /// Step after step of one run.
    private static <X> Runnable steps(Flow<Mlp, X> flow, Mlp start) {
        Object[] now = {flow.begin(start, Key.of(3))};
        return () -> {
            @SuppressWarnings("unchecked")
            X state = (X) now[0];
            now[0] = flow.step(state, Key.of(3));
        };
    }

    private static Likelihood<Mlp> wave() {
        double[] x = Key.of(0).normals(2 * SAMPLES);
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            y[i] = StrictMath.sin(2 * x[2 * i]) * x[2 * i + 1];
        }
        return new Likelihood<>(Mlp::at, Tensor.of(x, SAMPLES, 2), Tensor.of(y, SAMPLES, 1), new Family.Gaussian(0.5));
    }

    private static Runnable lanczos() {
        Path file = Path.of(System.getProperty("thalweg.peers", "thalweg-peers"), "..", "data", "digits.csv");
        Dataset table = Dataset.of(file);
        List<String> pixels = table.columns().stream()
                .map(column -> column.name())
                .filter(name -> !name.equals("digit"))
                .toList();
        double[][] column = table.numbers(pixels);
        double[] digit = table.numbers("digit");
        int n = digit.length;
        double[] x = new double[n * 64];
        double[] y = new double[n * 10];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 64; k++) {
                x[i * 64 + k] = column[k][i] / 16;
            }
            y[i * 10 + (int) digit[i]] = 1;
        }
        Likelihood<Mlp> likelihood =
                new Likelihood<>(Mlp::at, Tensor.of(x, n, 64), Tensor.of(y, n, 10), new Family.Categorical());
        Mlp net = Mlp.draw(Key.of(1), 64, 32, 10);
        Flat<Mlp> flat = likelihood.energy().flat(net);
        double[] at = flat.flat(net);
        return () -> {
            LinearMap hessian = flat.hessian(at);
            Spectrum spectrum = Spectrum.lanczos(
                    at.length,
                    v -> {
                        double[] product = new double[v.length];
                        hessian.apply(v, product);
                        return product;
                    },
                    100,
                    1,
                    Key.of(4));
            if (!(spectrum.largest().value() > 0)) {
                throw new IllegalStateException(Arrays.toString(at));
            }
        };
    }
}
