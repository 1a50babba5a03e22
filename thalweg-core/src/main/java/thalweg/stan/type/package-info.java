/// The types of Stan, its functions and distributions by rules, and the check of a program against them.
package thalweg.stan.type;
