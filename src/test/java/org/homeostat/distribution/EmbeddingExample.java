package org.homeostat.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeostat.advice.Advisory;
import org.homeostat.casefile.AdvisoryWriter;
import org.homeostat.casefile.CaseReader;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.fact.PatientCase;

/** A program that embeds the engine, run with nothing but what embedding needs. */
final class EmbeddingExample {

  private EmbeddingExample() {}

  public static void main(String[] arguments) throws IOException {
    byte[] json = Files.readAllBytes(Path.of(arguments[0]));
    try (AdvisoryEngine engine = AdvisoryEngine.bundled()) {
      PatientCase patientCase = new CaseReader(engine.knowledge()).read(json);
      Advisory advisory = engine.advise(patientCase);
      String answer = new AdvisoryWriter().pretty(advisory);
      System.out.println(answer);
    }
  }
}
