/** Breaks each rule of architecture once, so that the rules are seen to work. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
