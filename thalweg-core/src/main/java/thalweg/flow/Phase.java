package thalweg.flow;

/// A point of phase space: where, and with what momentum (shaped like the place).
public record Phase<Q>(Q place, Q momentum) {}
