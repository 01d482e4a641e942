package org.homeostat.fact;

/** What the patient hopes for. */
public record Goal(String at, String code, String text) implements CaseFact {}
