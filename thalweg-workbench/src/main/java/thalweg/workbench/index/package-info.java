/// The index of a collection of runs: a SQLite file beside the folders, made from them and safe to delete.
package thalweg.workbench.index;
