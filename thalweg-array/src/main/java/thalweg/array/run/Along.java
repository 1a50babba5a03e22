package thalweg.array.run;

/// A fold along the middle index of (outer, n, inner) that is no sum of real numbers, element after element.
record Along(Kind kind, boolean words, Ref x, Ref to, int outer, int n, int inner) implements Instruction {
    enum Kind {
        /// The index of the first largest element, a NaN before all.
        ARGMAX,
        PRODUCT,
        /// The sums up to each element.
        PREFIX,
        /// The sum of whole numbers.
        COUNT
    }

    @Override
    public void run(Frame frame) {
        for (int b = 0; b < outer; b++) {
            for (int j = 0; j < inner; j++) {
                int from = b * n * inner + j;
                switch (kind) {
                    case ARGMAX -> to.words(frame)[b * inner + j] = largest(x.reals(frame), from);
                    case PRODUCT -> to.reals(frame)[b * inner + j] = product(x.reals(frame), from);
                    case COUNT -> to.words(frame)[b * inner + j] = count(x.words(frame), from);
                    case PREFIX -> {
                        if (words) {
                            prefix(x.words(frame), to.words(frame), from);
                        } else {
                            prefix(x.reals(frame), to.reals(frame), from);
                        }
                    }
                }
            }
        }
    }

    private int largest(double[] a, int from) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            double value = a[from + i * inner];
            double top = a[from + best * inner];
            if (value > top || (Double.isNaN(value) && !Double.isNaN(top))) {
                best = i;
            }
        }
        return best;
    }

    private double product(double[] a, int from) {
        double total = 1;
        for (int i = 0; i < n; i++) {
            total *= a[from + i * inner];
        }
        return total;
    }

    private long count(long[] a, int from) {
        long total = 0;
        for (int i = 0; i < n; i++) {
            total += a[from + i * inner];
        }
        return total;
    }

    private void prefix(double[] a, double[] out, int from) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            int at = from + i * inner;
            total = i == 0 ? a[at] : total + a[at];
            out[at] = total;
        }
    }

    private void prefix(long[] a, long[] out, int from) {
        long total = 0;
        for (int i = 0; i < n; i++) {
            total += a[from + i * inner];
            out[from + i * inner] = total;
        }
    }
}
