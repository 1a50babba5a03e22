/// Programs into numbers: plans, kernels over blocks, straight-line bytecode for tiny programs, compiled functions.
package thalweg.array.run;
