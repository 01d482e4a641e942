package org.homeostat.engine;

import java.util.List;
import org.homeostat.advice.Margin;

/**
 * At what a rule stopped on one case.
 *
 * @param reach how far it came
 * @param passed of a plain pattern, how many of its tests some fact of the case passes, counted in
 *     the order of {@link org.homeostat.rulebook.RuleOutline.Asked#tests}; 0 where nothing of the
 *     kind is there
 * @param found these facts, in words
 * @param margins how far values lie from the limit with which they were compared
 * @param inItsWay of an absence, what is there all the same, in words
 */
public record Stop(
    Reach reach, int passed, List<String> found, List<Margin> margins, List<String> inItsWay) {

  public Stop {
    found = List.copyOf(found);
    margins = List.copyOf(margins);
    inItsWay = List.copyOf(inItsWay);
  }
}
