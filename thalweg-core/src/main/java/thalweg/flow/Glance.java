package thalweg.flow;

/// Where a run stands, at little cost.
///
/// @param step steps done
/// @param time of the motion, NaN without one
/// @param height the energy, NaN where the flow does not know it
/// @param slope the length of its slope, NaN where the flow does not know it
public record Glance(long step, double time, double height, double slope) {}
