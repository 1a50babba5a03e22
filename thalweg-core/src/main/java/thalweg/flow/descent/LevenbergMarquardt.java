package thalweg.flow.descent;

import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.landscape.Box;

/// The descent on sums of squares by damped Gauss-Newton steps in a trust region, the one fit of the house.
///
/// `(J'J + lambda D^2) p = -J'r`, `|D p| <= radius`, D the largest norms of the columns of `J` seen so far:
/// Levenberg (1944), Marquardt (1963), in the form of Moré, Lecture Notes in Mathematics 630 (1978) 105. Near
/// the minimum, where the sum of squares no longer tells one step from the next, undamped steps follow as long
/// as they shrink: so the parameters end at the last digit that `r` and `J` carry, not at its square root.
///
/// A damped step carries the second-order term of its geodesic and is refused where that term is not small, so that
/// a start far out does not slide to infinity: Transtrum and Sethna (2012), arXiv:1201.5885.
///
/// Bounds are kept by projection: a coordinate on a bound is held while its slope points outward.
///
/// @param steps the most accepted steps, 1 or more
/// @param reach the first radius, in units of `|D x|` at the start; 100 trusts the model, 0.1 does not
public record LevenbergMarquardt(int steps, double reach) {
    /// @throws Misuse for a budget below 1 or a reach that is not positive
    public LevenbergMarquardt {
        if (steps < 1) {
            throw new Misuse("a budget of " + steps + " steps", "1 or more", "the default is 1000");
        }
        if (!(reach > 0) || Double.isInfinite(reach)) {
            throw new Misuse("a reach of " + reach, "a positive number", "the default is 100");
        }
    }

    /// At most 1000 steps, the first as far as 100 times the size of the start.
    public LevenbergMarquardt() {
        this(1000, 100);
    }

    /// The fit from a start, without bounds.
    ///
    /// @throws Misuse if the start has the wrong length or lies outside the domain
    public Fit fit(Residuals problem, double[] start) {
        return fit(problem, start, Box.everywhere(problem.parameters()));
    }

    /// The fit from a start, inside a box; a start outside is moved to its edge.
    ///
    /// @throws Misuse if the start or the box has the wrong length, or the start lies outside the domain
    public Fit fit(Residuals problem, double[] start, Box box) {
        int n = problem.parameters();
        if (start.length != n || box.size() != n) {
            throw new Misuse(
                    "a start of " + start.length + " and a box of " + box.size() + " numbers",
                    n + " parameters",
                    "give one number and one pair of bounds for each");
        }
        if (problem.count() < 1) {
            throw new Misuse("no residuals", "at least one", "a fit needs data");
        }
        SquaresPlace place = new SquaresPlace(problem, start, box);
        if (!Double.isFinite(place.sum())) {
            throw new Misuse(
                    "residuals that are not finite at the start", "finite ones", "start inside the model's domain");
        }
        boolean finite = descend(place);
        if (!finite) {
            String where = "the slopes of the residuals";
            String message = where + " are not finite after " + place.accepted() + " steps";
            return place.fit(new Ending.Diverged(message, place.accepted(), where));
        }
        boolean shrunk = place.polish();
        double angle = place.orthogonality();
        if (angle <= 1e-5 || place.sum() == 0 || shrunk) {
            return place.fit(new Ending.Converged(sentence(place, angle)));
        }
        return place.fit(new Ending.Exhausted(
                "after " + place.accepted() + " steps the residuals still lean on the slopes (cosine " + angle
                        + "): start elsewhere, scale the model, or allow more steps",
                true));
    }

    private static String sentence(SquaresPlace place, double angle) {
        String flat = place.rank() < place.free()
                ? "; " + (place.free() - place.rank()) + " direction(s) are flat: the data do not determine them"
                : "";
        return "least squares after " + place.accepted() + " steps, cosine of residuals and slopes " + angle + flat;
    }

    /// The trust-region descent.
    ///
    /// @return false if the slopes are not finite
    private boolean descend(SquaresPlace place) {
        double radius = 0;
        double damping = 0;
        while (place.accepted() < steps) {
            if (!place.linearise()) {
                return false;
            }
            if (place.free() == 0 || place.sum() == 0 || place.orthogonality() <= 1e-15) {
                return true;
            }
            TrustStep trust = place.trust();
            if (place.accepted() == 0) {
                double size = place.size();
                radius = size > 0 ? reach * size : reach;
            }
            boolean taken = false;
            while (!taken) {
                double[] step = trust.within(radius, damping);
                boolean near = trust.lambda() == 0 || place.curve(trust, step);
                if (!near && trust.length() > 1e-8 * place.size()) {
                    damping = 2 * trust.lambda();
                    radius = 0.25 * trust.length();
                    continue;
                }
                SquaresPlace.Trial trial = place.attempt(step);
                if (place.accepted() == 0) {
                    radius = Math.min(radius, trial.length());
                }
                damping = trust.lambda();
                double ratio = trial.promised() > 0 ? trial.gained() / trial.promised() : 0;
                if (ratio <= 0.25) {
                    double factor = trial.gained() >= 0 ? 0.5 : Math.clamp(trial.bend(), 0.1, 0.5);
                    radius = factor * Math.min(radius, 10 * trial.length());
                    damping /= factor;
                } else if (ratio >= 0.75 || damping == 0) {
                    radius = 2 * trial.length();
                    damping *= 0.5;
                }
                taken = ratio >= 1e-4;
                if (taken) {
                    place.accept();
                }
                boolean flat = Math.abs(trial.gained()) <= 0x1p-50 && trial.promised() <= 0x1p-50;
                if (flat || !(radius > 0x1p-52 * place.size()) || !(radius > Double.MIN_NORMAL)) {
                    return true;
                }
            }
        }
        return true;
    }
}
