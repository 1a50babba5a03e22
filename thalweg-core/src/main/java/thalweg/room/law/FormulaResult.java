package thalweg.room.law;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Gamma;
import thalweg.formula.Formula;
import thalweg.room.law.curve.CurveFit;
import thalweg.room.law.curve.Rows;
import thalweg.room.law.power.Confidence;
import thalweg.study.Rounding;

/// The statistics of a fitted formula.
///
/// Where errors are given, those of the parameters are unscaled and normal; else they are scaled by the scatter,
/// `sqrt(S / dof)`, and follow Student's t.
record FormulaResult(FormulaQuestion.Answer answer) {
    /// Below this p the curve does not explain the data within their errors.
    static final double SIGNIFICANT = 0.01;

    CurveFit fit() {
        return answer.fit();
    }

    List<String> parameters() {
        return answer.model().parameters();
    }

    boolean weighted() {
        return !answer.sigma().isEmpty();
    }

    /// Whether the formula could be evaluated at all.
    boolean stands() {
        return Arrays.stream(fit().place()).noneMatch(Double::isNaN);
    }

    /// The variance by which `(J'WJ)^-1` is multiplied.
    double variance() {
        return weighted() ? 1 : fit().reduced();
    }

    /// The probability of a chi2 as large, if curve and errors are true; NaN where no errors are given.
    double p() {
        return weighted() ? Gamma.regularizedGammaQ(fit().degreesOfFreedom() / 2.0, fit().sum() / 2) : Double.NaN;
    }

    /// Whether the scatter is larger than the errors that were given.
    boolean scattered() {
        return weighted() && p() < SIGNIFICANT;
    }

    /// The standard error of a parameter, NaN where the rows do not determine it.
    double error(int j) {
        int n = parameters().size();
        return fit().determined(j) ? Math.sqrt(variance() * fit().covariance()[j * n + j]) : Double.NaN;
    }

    /// The error scaled by the scatter where that is larger than the given errors, else NaN.
    double scaled(int j) {
        return scattered() ? error(j) * Math.sqrt(fit().reduced()) : Double.NaN;
    }

    Confidence confidence() {
        return new Confidence(weighted() ? Double.POSITIVE_INFINITY : fit().degreesOfFreedom());
    }

    /// The curve in every row.
    double[] fitted() {
        Rows rows = fit().rows();
        return fit().curve().values(rows.inputs(), rows.count(), fit().place());
    }

    /// `sum (y_i - f_i)^2`, not weighted.
    double squares() {
        double[] fitted = fitted();
        double sum = 0;
        for (int i = 0; i < fitted.length; i++) {
            double r = fit().rows().target()[i] - fitted[i];
            sum += r * r;
        }
        return sum;
    }

    /// `sqrt(RSS / dof)`.
    double deviation() {
        return Math.sqrt(squares() / fit().degreesOfFreedom());
    }

    /// `1 - S / S_mean`, S_mean the sum of squares about the (weighted) mean.
    double explained() {
        Rows rows = fit().rows();
        double mean = 0;
        double weight = 0;
        for (int i = 0; i < rows.count(); i++) {
            double w = rows.weights()[i] * rows.weights()[i];
            weight += w;
            mean += w * (rows.target()[i] - mean) / weight;
        }
        double sum = 0;
        for (int i = 0; i < rows.count(); i++) {
            double r = rows.weights()[i] * (rows.target()[i] - mean);
            sum += r * r;
        }
        return 1 - fit().sum() / sum;
    }

    /// The right side with its parameters found, rounded where rounding moves them by less than a hundredth of their
    /// errors.
    Formula rounded() {
        return filled(true);
    }

    /// The right side with its parameters found.
    Formula exact() {
        return filled(false);
    }

    private Formula filled(boolean round) {
        Map<String, Formula> values = new LinkedHashMap<>();
        for (int j = 0; j < parameters().size(); j++) {
            double value = fit().place()[j];
            values.put(parameters().get(j), Formula.number(round ? rounded(value, error(j) / 100) : value));
        }
        return answer.model().right().with(values).simplified();
    }

    private static double rounded(double value, double error) {
        String text = Rounding.withError(value, error);
        int cut = text.indexOf(" +- ");
        if (cut < 0) {
            return Double.parseDouble(text);
        }
        String exponent = text.startsWith("(") ? text.substring(text.indexOf(")e") + 1) : "";
        return Double.parseDouble(text.substring(text.startsWith("(") ? 1 : 0, cut) + exponent);
    }
}
