package thalweg.workbench.cli;

/// What a process says when it ends.
final class Exit {
    /// Done.
    static final int DONE = 0;
    /// A fault of ours.
    static final int FAULT = 1;
    /// Bad input.
    static final int MISUSE = 2;
    /// The numerics ended badly.
    static final int BADLY = 3;

    private Exit() {}
}
