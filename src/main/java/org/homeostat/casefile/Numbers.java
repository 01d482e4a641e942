package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** JSON values as numbers. What is wrong is reported and read as null. */
final class Numbers {

  private static final int FINEST = 20;

  private Numbers() {}

  static BigDecimal number(JsonNode value, String place, Problems problems) {
    if (!value.isNumber()) {
      problems.add(place, () -> "a number is wanted, not " + Problem.shown(value));
      return null;
    }
    BigDecimal number = value.decimalValue();
    if (number.scale() > FINEST) {
      problems.add(
          place, () -> Problem.shown(value) + " has more than " + FINEST + " decimals; round it");
      return null;
    }
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  static BigDecimal within(
      BigDecimal number, BigDecimal least, BigDecimal most, String place, Problems problems) {
    if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
      problems.add(
          place, () -> number.toPlainString() + " does not lie between " + least + " and " + most);
      return null;
    }
    return number;
  }

  static Integer whole(JsonNode value, int least, int most, String place, Problems problems) {
    if (!value.isNumber()
        || value.decimalValue().stripTrailingZeros().scale() > 0
        || value.decimalValue().compareTo(BigDecimal.valueOf(least)) < 0
        || value.decimalValue().compareTo(BigDecimal.valueOf(most)) > 0) {
      problems.add(
          place,
          () ->
              "a whole number from "
                  + least
                  + " to "
                  + most
                  + " is wanted, not "
                  + Problem.shown(value));
      return null;
    }
    return value.intValue();
  }
}
