package org.homeostat.fact;

/**
 * What the clinician states, beside what the data show. Components may be null.
 *
 * @param insulinSensitivity {@code sensitive}, {@code impaired} or {@code resistant}
 * @param diabetesPredisposition {@code none}, {@code present} or {@code strong}
 */
public record Baseline(String insulinSensitivity, String diabetesPredisposition) {}
