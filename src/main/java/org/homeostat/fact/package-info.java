/**
 * What is known: {@link org.homeostat.fact.PatientCase} and the immutable facts that enter a rule
 * session. {@link org.homeostat.fact.CaseFact}s come from the case, {@link
 * org.homeostat.fact.TableRow}s from the tables, {@link org.homeostat.fact.Derived} facts from
 * rules.
 */
package org.homeostat.fact;
