/// Formulas: the one grammar in which users write functions, their trees, what is computed from them, and how they are
/// printed. A formula does arithmetic and nothing else.
package thalweg.formula;
