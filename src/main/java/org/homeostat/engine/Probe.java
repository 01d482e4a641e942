package org.homeostat.engine;

import java.util.List;
import java.util.function.Function;

/**
 * Changes of one datum of a case that are to be tried.
 *
 * @param <T> what is told of them
 * @param at place of the datum; empty for what the case does not have
 * @param ask what the engine says of them
 */
record Probe<T>(String at, Function<Asker, List<T>> ask) {}
