/// The command line: a view of the cards (what can be asked) and of the reports (what was found).
///
/// Start reading at [Cli]. No class here knows an experiment by name.
package thalweg.workbench.cli;
