/// One definition of an experiment: knobs and science in a record; its card, its report, and the lab it runs in.
///
/// Start reading at [Experiment]; every door is a view of [Card] (what can be asked) and of [Report] (what was found).
package thalweg.study;
