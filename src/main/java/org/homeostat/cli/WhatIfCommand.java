package org.homeostat.cli;

import java.util.List;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.WhatIf;
import org.homeostat.casefile.WhatIfWriter;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.report.WhatIfText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeostat what-if}: what would change the advice on a case. */
@Command(
    name = "what-if",
    description = {
      "Tell what would change the advice: the nearest change of each value, date and answer, and each"
          + " possible answer to what is missing.",
      "The engine is asked again for each, with that one thing changed."
    },
    mixinStandardHelpOptions = true)
final class WhatIfCommand extends CaseCommand {

  enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), or json: one case gives one object, several one a line.")
  private Format format = Format.text;

  @Option(
      names = "--all",
      description = "Tell every change, also those that leave the tier as it is.")
  private boolean all;

  @Override
  Answer answer(AdvisoryEngine engine, List<CaseInput> inputs) {
    return (patientCase, input) -> {
      Advisory advisory = engine.advise(patientCase, asOf());
      long start = System.nanoTime();
      WhatIf whatIf = engine.whatIf(patientCase, asOf());
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      tell(whatIf.asked() + " questions in " + milliseconds + " ms");
      if (format == Format.json) {
        print(new WhatIfWriter().write(advisory, whatIf, inputs.size() == 1) + "\n");
      } else {
        printDivided(new WhatIfText(all, width()).write(advisory, whatIf));
      }
    };
  }
}
