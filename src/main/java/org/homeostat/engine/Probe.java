package org.homeostat.engine;

import java.util.List;

/**
 * Changes of one datum of a case that are to be tried.
 *
 * @param <T> what is told of them
 */
interface Probe<T> {

  /** What the engine says of them. */
  List<T> ask(Asker asker);
}
