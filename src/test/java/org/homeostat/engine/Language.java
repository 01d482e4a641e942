package org.homeostat.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Proof;

/**
 * What our own sentences never say. What a document says is exempt where it is marked as its
 * statement, and so are titles, names of sections, and what a case says itself.
 */
final class Language {

  private static final Map<String, Pattern> NEVER = new LinkedHashMap<>();

  static {
    never(
        "promises",
        "\\b(safe|safely|clean|physiological(ly)?|restor(e|es|ing|ation)"
            + "|optimi[sz]\\w*|set-?point|cellular|miracle|proven)\\b");
    never("explains a worsening away", "transient adaptation|adaptation is|will adapt");
    never("a dose", "\\b\\d+(\\.\\d+)? ?(mg|ug|mcg|µg|IU|mL)(?![/\\w])");
    never(
        "advises to start",
        "(^|[.:;] )(Start|Begin|Initiate|Prescribe|Switch)\\b"
            + "|\\b(consider|discuss|advise|advises|recommend|recommends) (starting|beginning)\\b");
    never("increases", "\\b(increase|raise) the dose\\b");
  }

  private Language() {}

  private static void never(String what, String pattern) {
    NEVER.put(what, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }

  /** What is wrong with a sentence; nothing where it is in order. */
  static List<String> faults(String sentence) {
    List<String> faults = new ArrayList<>();
    NEVER.forEach(
        (what, pattern) -> {
          if (pattern.matcher(sentence).find()) {
            faults.add(what + ": " + sentence);
          }
        });
    return faults;
  }

  /** The sentences of an advisory that are our own. */
  static Stream<String> own(Advisory advisory) {
    return Stream.of(
            advisory.tier().reasons().stream().map(reason -> reason.summary()),
            advisory.tier().missing().stream().map(missing -> missing.why()),
            advisory.recommendations().stream().flatMap(r -> Stream.of(r.summary(), r.detail())),
            advisory.options().flatMap(o -> Stream.concat(o.pro().stream(), o.against().stream())),
            advisory.monitoring().stream().map(line -> line.why()),
            advisory.disagreements().stream().map(dispute -> dispute.leans()),
            advisory.disagreements().stream()
                .flatMap(dispute -> dispute.sides().stream())
                .map(side -> side.says())
                .filter(says -> !says.startsWith("document statement")),
            advisory.goals().stream().map(goal -> goal.says()),
            advisory.evidence().map(Evidence::note),
            advisory.proofs().flatMap(Language::rulesOf),
            advisory.limits().stream())
        .flatMap(sentences -> sentences);
  }

  private static Stream<String> rulesOf(Proof proof) {
    if (proof instanceof Proof.Step step) {
      return Stream.concat(Stream.of(step.text()), step.from().stream().flatMap(Language::rulesOf));
    }
    return proof instanceof Proof.Fact ? Stream.of() : Stream.of(proof.text());
  }
}
