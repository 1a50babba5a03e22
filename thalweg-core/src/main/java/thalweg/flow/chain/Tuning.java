package thalweg.flow.chain;

/// What a chain has learned for its steps.
///
/// @param done transitions of the warm-up so far
/// @param metric in use
/// @param steps how the step size is led
/// @param near the window the metric is made from
/// @param far the window that takes over next
/// @param span how many draws the far window needs to take over
record Tuning(long done, Metric metric, DualAverage steps, Window near, Window far, double span) {}
