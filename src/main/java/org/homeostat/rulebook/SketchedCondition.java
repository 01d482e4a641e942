package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A condition of a rule that is being sketched, and how a case comes to meet it.
 *
 * @param variable what it binds, for the text of the proof
 * @param patterns lines of the rule
 * @param types of the patterns
 * @param agent code of the agent that stands for all it names; null where it is about no agent
 * @param met puts into a case what meets it; null where only a person can say
 * @param missed puts into a case what just misses it; null: a case that says nothing of it does
 * @param note what else is to be done for it; empty: nothing
 */
record SketchedCondition(
    String variable,
    List<String> patterns,
    List<String> types,
    String agent,
    Consumer<ObjectNode> met,
    Consumer<ObjectNode> missed,
    String note) {}
