package thalweg.measure;

/// The check of numbers before anything is read from them.
final class Series {
    private Series() {}

    /// Why nothing can be said of these numbers; empty where something can.
    static String flaw(double[] x, int fewest) {
        String odd = odd("number", x);
        if (!odd.isEmpty()) {
            return odd;
        }
        if (x.length < fewest) {
            return x.length + (x.length == 1 ? " number" : " numbers") + ": at least " + fewest + " are needed";
        }
        for (double v : x) {
            if (v != x[0]) {
                return "";
            }
        }
        return "all " + x.length + " numbers are equal to " + x[0];
    }

    /// Which of them is not finite, counted from 1; empty where all are.
    static String odd(String what, double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                return what + " " + (i + 1) + " is " + x[i];
            }
        }
        return "";
    }
}
