package thalweg.stan;

import java.util.List;
import java.util.stream.Collectors;
import thalweg.stan.text.Trouble;

/// A program that cannot run, with everything that is wrong with it, each with its place and what to do.
public final class StanProblems extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Trouble> troubles;

    StanProblems(String file, String text, List<Trouble> troubles) {
        super(troubles.stream().map(one -> one.print(file, text)).collect(Collectors.joining("\n")));
        this.troubles = List.copyOf(troubles);
    }

    /// Errors and warnings in the order of the text.
    public List<Trouble> troubles() {
        return troubles;
    }
}
