package thalweg.array.run;

/// The memory one thread works in: the buffers of a plan, block registers, and which rows it is at.
final class Frame {
    final double[][] reals;
    final long[][] words;
    final double[][] registers;
    final Workspace[] children;
    int from;
    int rows = 1;
    boolean first = true;

    Frame(double[][] reals, long[][] words, double[][] registers, Workspace[] children) {
        this.reals = reals;
        this.words = words;
        this.registers = registers;
        this.children = children;
    }
}
