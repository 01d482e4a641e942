package org.homeostat.ruletest;

import org.homeostat.TestData;
import org.homeostat.engine.AdvisoryEngine;
import org.junit.jupiter.api.Test;

class CoverageProbe {
  @Test
  void probe() {
    CoverageCounter counter = new CoverageCounter(TestData.BUNDLED);
    AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED);
    java.util.stream.Stream.concat(
            TestData.files(TestData.CASES).stream(), TestData.files(TestData.RULE_CASES).stream())
        .forEach(f -> counter.add(engine.trace(TestData.read(f), null)));
    Coverage c = counter.coverage();
    for (var s : c.shares()) System.out.println(s + " " + s.percent());
    for (var r : c.rules())
      for (var k : r.conditions())
        if (k.seen() < 2)
          System.out.println(
              "COND "
                  + r.rule().id()
                  + " | "
                  + k.condition().text()
                  + " held "
                  + k.held()
                  + " stopped "
                  + k.stopped());
    for (var r : c.rows()) if (r.seen() < 1) System.out.println("ROW " + r.row());
    for (var r : c.cutoffs()) if (r.seen() < 3) System.out.println("CUT " + r);
  }
}
