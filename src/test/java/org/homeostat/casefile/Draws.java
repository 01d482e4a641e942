package org.homeostat.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.homeostat.knowledge.Knowledge;

/** Seeded draws of what stands in a case file. */
final class Draws {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Knowledge knowledge;
  private final LocalDate asOf;
  private final Random random;

  Draws(Knowledge knowledge, LocalDate asOf, long seed) {
    this.knowledge = knowledge;
    this.asOf = asOf;
    this.random = new Random(seed * SPREAD);
  }

  boolean chance(double of) {
    return random.nextDouble() < of;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String code(String list) {
    return one(knowledge.codes(list));
  }

  /** Sets a member to a code of the list, or leaves it out. */
  void maybe(ObjectNode node, String member, String list) {
    if (chance(0.4)) {
      node.put(member, code(list));
    }
  }

  void maybeDay(ObjectNode node, String member) {
    if (chance(0.3)) {
      node.put(member, day().toString());
    }
  }

  void maybeYes(ObjectNode node, String member) {
    if (chance(0.4)) {
      node.put(member, chance(0.5));
    }
  }

  /** A day of the last two years, rather a late one; rarely one to come. */
  LocalDate day() {
    return chance(0.02)
        ? asOf.plusDays(1 + upTo(60))
        : asOf.minusDays(chance(0.5) ? upTo(80) : upTo(730));
  }

  /** A number of three digits. */
  BigDecimal number(double low, double high) {
    return plain(BigDecimal.valueOf(low + random.nextDouble() * (high - low)));
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal rounded = number.round(new MathContext(3, RoundingMode.HALF_UP));
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
