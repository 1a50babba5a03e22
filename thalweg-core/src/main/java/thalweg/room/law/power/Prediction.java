package thalweg.room.law.power;

/// What a power law says at one point.
///
/// @param value the target
/// @param error standard error of the law at this point, first order; not of a new measurement
/// @param low lower end of the 95 % interval of the law
/// @param high upper end
/// @param outside whether an input lies outside the data that the law was fitted to
public record Prediction(double value, double error, double low, double high, boolean outside) {}
