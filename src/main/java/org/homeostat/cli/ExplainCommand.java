package org.homeostat.cli;

import java.util.List;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.Trace;
import org.homeostat.report.ExplainText;
import org.homeostat.report.WhyNotText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeostat explain}: why a line stands in the advisory of a case, or why it does not. */
@Command(
    name = "explain",
    description =
        "Tell why: the argument for the tier and each recommendation with its whole proof; or why a"
            + " rule did not hold.",
    mixinStandardHelpOptions = true)
final class ExplainCommand extends CaseCommand {

  @ArgGroup private Wanted wanted;

  /** What is to be explained, where it is not all. */
  private static final class Wanted {
    @Option(
        names = "--why",
        paramLabel = "ID",
        description =
            "Only this recommendation (such as hold:tesamorelin), tier reason (HIGH-2) or rule.")
    private String why;

    @Option(
        names = "--why-not",
        paramLabel = "ID",
        description =
            "Why this rule, recommendation or tier reason is not there: where each rule stopped,"
                + " what was found, and by how much it misses.")
    private String whyNot;
  }

  @Override
  Answer answer(AdvisoryEngine engine, List<CaseInput> inputs) {
    return (patientCase, input) -> {
      Trace trace = engine.trace(patientCase, asOf());
      if (wanted != null && wanted.whyNot != null) {
        try (WhyNotText text = new WhyNotText(engine.ruleBook(), patientCase, trace, width())) {
          printDivided(text.write(wanted.whyNot));
        }
      } else {
        printDivided(new ExplainText(trace, width()).write(wanted == null ? null : wanted.why));
      }
    };
  }
}
