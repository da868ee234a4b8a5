/** Reads very many broken interchanges: {@code mvn -Pbench verify -Dbench=edi.fuzz}. */
@NullMarked
package relais.edi.fuzz;

import org.jspecify.annotations.NullMarked;
