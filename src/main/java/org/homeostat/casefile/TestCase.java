package org.homeostat.casefile;

import org.homeostat.fact.PatientCase;

/**
 * A case with what it expects of its advisory.
 *
 * @param expectation what the member {@code expect} was read as
 */
public record TestCase<E>(PatientCase patientCase, E expectation) {}
