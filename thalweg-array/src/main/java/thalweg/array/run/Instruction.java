package thalweg.array.run;

/// One piece of work of a plan, done on the rows a frame is at.
interface Instruction {
    void run(Frame frame);
}
