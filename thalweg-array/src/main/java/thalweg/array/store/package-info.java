/// Trees of tensors as files that other programs read: NPZ and safetensors.
package thalweg.array.store;
