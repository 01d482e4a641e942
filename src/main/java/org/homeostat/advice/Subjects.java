package org.homeostat.advice;

import java.util.Set;

/** Tells by their names which tests, agents and conditions the texts of an advisory speak of. */
public interface Subjects {

  /** The codes that an input is a datum of; empty where none is known. */
  Set<String> of(Advisory.Input input);

  /** The codes whose names stand in a text. */
  Set<String> mentionedIn(String text);
}
