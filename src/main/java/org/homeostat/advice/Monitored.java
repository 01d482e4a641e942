package org.homeostat.advice;

import java.time.LocalDate;
import java.util.List;

/**
 * A line of the monitoring plan.
 *
 * @param code test, examination or topic
 * @param lastDate day of the newest valid value; null: there is none
 * @param lastValue that value in words; null: there is none
 * @param due day by which the earliest test that is not done is due; null: nothing with a day is
 * @param status {@code done}, {@code due}, {@code overdue} or {@code planned}
 * @param everyWeeks weeks from one test to the next after the first year; null: no number
 * @param why what it is done for
 * @param provenance what the row of the schedule rests on: {@code document}, {@code label}, {@code
 *     guideline} or {@code judgement}
 * @param guidance ids of the statements it rests on
 * @param because proof trees
 */
public record Monitored(
    String code,
    LocalDate lastDate,
    String lastValue,
    LocalDate due,
    String status,
    Integer everyWeeks,
    String why,
    String provenance,
    List<String> guidance,
    List<Proof> because) {

  /** Every status, the most pressing first. */
  public static final List<String> STATES = List.of("overdue", "due", "planned", "done");

  public Monitored {
    guidance = List.copyOf(guidance);
    because = List.copyOf(because);
  }
}
