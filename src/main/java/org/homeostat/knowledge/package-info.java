/**
 * The knowledge tables: sources, statements, units, cut-offs, agents, codes; cross-checked. They
 * come as JSON: the rule book reads the YAML files.
 */
package org.homeostat.knowledge;
