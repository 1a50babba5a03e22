/// Stan programs as text and as trees: a lexer, a parser that goes on after an error, and the canonical form.
package thalweg.stan.text;
