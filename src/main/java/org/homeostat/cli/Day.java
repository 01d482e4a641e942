package org.homeostat.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day of an option, written YYYY-MM-DD. */
final class Day implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String value) {
    try {
      if (value.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + value + "' is no day of the calendar");
    }
    throw new TypeConversionException("a date YYYY-MM-DD is wanted, not '" + value + "'");
  }
}
