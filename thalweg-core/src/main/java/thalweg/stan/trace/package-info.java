/// Stan statements run on values that are numbers, or steps of one array program: what depends on data alone is
/// computed
/// while the program is traced, loops become lanes, and the log density is what remains.
package thalweg.stan.trace;
