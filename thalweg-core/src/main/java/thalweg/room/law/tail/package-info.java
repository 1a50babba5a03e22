/// Heavy tails `p(x) ~ x^-alpha, x >= x_min`: exact maximum likelihood, continuous and discrete, the start of
/// the tail by the Kolmogorov-Smirnov distance, and the bootstrap that says whether a power law may be
/// believed.
package thalweg.room.law.tail;
