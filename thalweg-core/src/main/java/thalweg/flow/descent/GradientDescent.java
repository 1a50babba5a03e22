package thalweg.flow.descent;

import thalweg.flow.Promise;

/// `x -= h g`: Euler's step on the gradient flow, bit for bit. Cauchy (1847). Stable where `h` times the largest
/// curvature is below 2, and then the energy never rises.
///
/// @param step h
public record GradientDescent(double step) implements Rule {
    /// @throws thalweg.array.Misuse if the step is not a positive number
    public GradientDescent {
        Rates.positive(step);
    }

    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void move(double[] x, double[] g, double[][] memory, long n, double factor) {
        double h = factor == 1 ? step : step * factor;
        for (int i = 0; i < x.length; i++) {
            x[i] -= h * g[i];
        }
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(true);
    }
}
