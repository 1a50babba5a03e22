package thalweg.array;

/// Operations that pass their operand on, and differ in what a derivative sees.
public sealed interface Identity extends Op {
    /// A second name for a value, so that a derivative by one name leaves the other alone.
    record Alias() implements Identity {}

    /// A value that every derivative takes for a constant.
    record Stop() implements Identity {}
}
