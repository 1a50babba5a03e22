/// Power laws `y = A * product over k of x_k^n_k`: a plane in logarithms, by least squares, with errors in
/// every axis, or against outliers; its exponents beside simple fractions, its prefactor, and whether it
/// explains the data.
package thalweg.room.law.power;
