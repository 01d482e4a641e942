package org.homeostat.engine;

import java.util.List;
import java.util.SortedMap;
import org.homeostat.advice.Advisory;

/**
 * What happened on one case.
 *
 * @param advisory what came out
 * @param facts what was in the session when firing was over
 * @param matches in how many ways each rule held when firing was over; rules that did not are
 *     absent
 */
public record Trace(Advisory advisory, List<Object> facts, SortedMap<String, Integer> matches) {}
