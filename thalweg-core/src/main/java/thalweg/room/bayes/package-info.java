/// Posteriors as Gibbs laws: Stan programs checked, shown, evaluated and rewritten; posteriors sampled, draws judged.
package thalweg.room.bayes;
