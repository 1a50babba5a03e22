/// Posteriors as Gibbs laws: Stan programs checked, shown, evaluated and rewritten; sampled and judged elsewhere in
/// this
/// room.
package thalweg.room.bayes;
