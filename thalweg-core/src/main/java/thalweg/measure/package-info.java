/// What judges: numbers with errors from draws that know each other, the diagnostics of chains and of weights,
/// tests and distances of laws, spectra of operators. A diagnostic that cannot be computed is a value with the
/// sentence that says why, never an exception.
package thalweg.measure;
