package org.homeostat.report;

import java.util.List;
import org.homeostat.advice.TreatmentOption;

/** Options side by side, for discussion: exclusions and points, each with its evidence. */
final class OptionText {

  private final Page page;
  private final boolean unfolded;

  OptionText(Page page, boolean unfolded) {
    this.page = page;
    this.unfolded = unfolded;
  }

  void write(List<TreatmentOption> options) {
    if (options.isEmpty()) {
      return;
    }
    page.line(
        2,
        "options side by side; none of them is advised, and metformin and other medicines are not among"
            + " them:");
    for (TreatmentOption option : options) {
      page.line(3, option.name() + (option.excluded() ? " (excluded)" : ""));
      option.pro().forEach(point -> page.line(4, "for: " + point));
      option.against().forEach(point -> page.line(4, "against: " + point));
      if (unfolded) {
        option.evidence().forEach(entry -> page.line(4, "evidence for " + entry.line()));
        page.proofs(4, ProofNode.of(option.because()));
      }
    }
  }
}
