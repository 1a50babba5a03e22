/// Draws of chains as tables: read from anybody's files, written for the tools of the field.
package thalweg.room.bayes.draw;
