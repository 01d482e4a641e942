package org.homeostat.fact;

/**
 * An answer to a question that has words for answers: the stated baseline, whether a history was
 * asked, pregnancy.
 *
 * @param code the question, such as {@code insulin-sensitivity} or {@code family-history}
 * @param value the answer, such as {@code resistant} or {@code asked}
 */
public record Answer(String at, String code, String value, String text) implements CaseFact {}
