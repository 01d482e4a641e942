package org.homeostat.advice;

/**
 * A publication, label or convention.
 *
 * @param id id in the table of sources
 * @param text title, journal and year, or what convention it is
 * @param doi may be null
 * @param pmid may be null
 * @param slip how a document cites it wrongly; may be null
 * @param verification {@code found}, {@code secondary}, {@code recalled} or {@code judgement}
 */
public record Citation(
    String id, String text, String doi, String pmid, String slip, String verification) {}
