/// Systems that several rooms look at: mechanical laws and named landscapes, with exact facts about them.
package thalweg.system;
