/// The report and the progress of a run as characters: numbers, tables, plots, one line that redraws.
package thalweg.workbench.terminal;
