/// What holds for the whole house: its floor plan, the length and the format of its files, what its README promises.
package thalweg;
