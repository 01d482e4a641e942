/** The knowledge tables: sources, statements, units, cut-offs, agents, codes; cross-checked. */
package org.homeostat.knowledge;
