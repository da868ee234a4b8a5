/** Relais, a B2B2C integration and EDI hub: one order can be followed from package to package by name alone. */
@NullMarked
package relais;

import org.jspecify.annotations.NullMarked;
