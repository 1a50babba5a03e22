/// Run folders: one folder a run, complete in itself; the truth from which every index is made.
package thalweg.study.folder;
